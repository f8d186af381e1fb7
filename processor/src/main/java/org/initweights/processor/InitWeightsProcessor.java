package org.initweights.processor;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.initweights.processor.check.Check;
import org.initweights.processor.check.DerivedFromOthers;
import org.initweights.processor.check.IndexOfOutermost;
import org.initweights.processor.check.MatrixIsNotConstant;
import org.initweights.processor.check.TiesKeepRoles;
import org.initweights.processor.check.WidthsHaveRoles;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.Visibility;
import org.initweights.processor.output.LateErrors;
import org.initweights.processor.output.PlanFiles;
import org.initweights.processor.output.SourceFiles;
import org.initweights.processor.read.AuxiliaryClass;
import org.initweights.processor.read.DroppedProperties;
import org.initweights.processor.read.LocalModels;
import org.initweights.processor.read.ModelFinder;
import org.initweights.processor.read.ModelParts;
import org.initweights.processor.read.ModelReader;
import org.initweights.processor.read.OutermostModels;
import org.initweights.processor.read.PromisedAccessors;
import org.initweights.processor.read.StrayMarks;
import org.initweights.processor.read.Suppressions;
import org.initweights.processor.read.UnmarkedRoots;
import org.initweights.processor.report.Failure;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Options;
import org.initweights.processor.report.Places;
import org.initweights.processor.report.Printer;
import org.initweights.processor.report.Severities;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.Resolver;
import org.initweights.processor.write.InitClass;
import org.initweights.processor.write.KotlinExtensions;
import org.initweights.processor.write.ModelPlanJson;
import org.initweights.processor.write.NativeImageJson;

/** Generates {@code <Model>Init} for each model: reads the class, resolves what it says, checks it, writes. */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"org.initweights.annotation.*", "org.initweights.recipe.*", "org.initweights.collect.*"})
public final class InitWeightsProcessor extends AbstractProcessor {

    private final Set<String> deferred = new LinkedHashSet<>();
    private final PromisedAccessors promised = new PromisedAccessors();
    private ModelFinder finder;
    private Suppressions suppressions;
    private AuxiliaryClass auxiliary;
    private Options options;
    private Severities severities;
    private SourceFiles sources;
    private PlanFiles plans;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        finder = new ModelFinder(environment);
        suppressions = new Suppressions(environment.getElementUtils());
        auxiliary = new AuxiliaryClass(environment);
        options = new Options(environment.getOptions());
        severities = new Severities(options);
        sources = new SourceFiles(environment);
        plans = new PlanFiles(environment);
        LateErrors.listen(environment, finder::isCompiledHere, plans::takeBack);
        options.mistakes().forEach(mistake -> environment.getMessager().printMessage(Diagnostic.Kind.ERROR, mistake));
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> all = new LinkedHashSet<>(Options.names());
        all.add(KotlinExtensions.FOLDER);
        return all;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            if (round.processingOver()) {
                finish(round);
                return false;
            }
            processAll(round);
        } catch (IOException e) {
            error("cannot write the plans: " + e.getMessage() + " [NotWritten]");
        } catch (RuntimeException | Error e) {
            error(Failure.message("InitWeights failed", e, options));
        }
        return true;
    }

    private void processAll(RoundEnvironment round) {
        Set<TypeElement> models = finder.in(round);
        for (String name : deferred) {
            models.add(processingEnv.getElementUtils().getTypeElement(name));
        }
        deferred.clear();
        ModelParts parts = new ModelParts(processingEnv, finder);
        OutermostModels outermost = new OutermostModels(processingEnv, round);
        Printer printer = new Printer(processingEnv);
        try {
            models.forEach(model -> process(model, parts, outermost, printer));
            checkUnmarked(round, printer);
        } finally {
            printer.flush();
        }
    }

    private void checkUnmarked(RoundEnvironment round, Printer printer) {
        Places places = new Places();
        Findings findings = new Findings(severities, places);
        new UnmarkedRoots(processingEnv, places, findings).check(round);
        new StrayMarks(processingEnv, places, findings).check(round);
        new LocalModels(processingEnv, places, findings).check(round);
        new DroppedProperties(processingEnv, places, findings).check(round);
        findings.print(printer);
    }

    private void finish(RoundEnvironment round) throws IOException {
        promised.check(processingEnv.getElementUtils(), this::error);
        if (!round.errorRaised() && finder.areAllComplete()) {
            plans.write();
        } else {
            plans.drop();
        }
    }

    private void process(TypeElement model, ModelParts parts, OutermostModels outermost, Printer printer) {
        try {
            if (finder.isComplete(model)) {
                generate(model, parts, outermost, printer);
            } else {
                deferred.add(model.getQualifiedName().toString());
            }
        } catch (IOException e) {
            error(model, "cannot write the initialisation of " + model + ": " + e.getMessage() + " [NotWritten]");
        } catch (RuntimeException | Error e) {
            error(model, Failure.message(model + ": InitWeights failed on this class", e, options));
        }
    }

    private void generate(TypeElement model, ModelParts parts, OutermostModels outermost, Printer printer)
            throws IOException {
        Places places = new Places();
        Findings findings = new Findings(severities, places);
        ModelReader reader = new ModelReader(processingEnv, finder, places);
        ModelSpec spec = reader.read(model, findings);
        ResolvedModel resolved = Resolver.resolve(spec);
        Check.ALL.forEach(check -> check.check(resolved, findings));
        Contents contents = Contents.of(spec, parts);
        MatrixIsNotConstant.checkRules(spec, contents, findings);
        WidthsHaveRoles.check(spec, contents, findings);
        TiesKeepRoles.check(spec, contents, findings);
        DerivedFromOthers.check(spec, contents, findings);
        IndexOfOutermost.check(spec, outermost, findings);
        suppressions.check(model, places, findings);
        auxiliary.check(model, places, findings);
        boolean unresolved = reader.isUnresolved(model);
        if (!unresolved) {
            findings.print(printer);
        }
        if (!spec.isReachable()) {
            return;
        }
        if (findings.hasNoError() && !unresolved) {
            promised.add(model, spec);
            sources.write(InitClass.of(resolved, contents, model, reader.fingerprint(model)), model);
            plans.add(model, ModelPlanJson.path(spec), ModelPlanJson.of(resolved));
            plans.add(model, NativeImageJson.path(spec), NativeImageJson.of(spec));
            writeKotlinExtensions(spec);
        } else {
            plans.refuse(model, ModelPlanJson.path(spec));
            plans.refuse(model, NativeImageJson.path(spec));
            sources.write(InitClass.refused(spec, model), model);
        }
    }

    /** Beside the Java class, where kapt says that Kotlin sources go. */
    private void writeKotlinExtensions(ModelSpec spec) throws IOException {
        String folder = processingEnv.getOptions().get(KotlinExtensions.FOLDER);
        if (folder == null || spec.visibility() == Visibility.HIDDEN) {
            return;
        }
        Path file = Path.of(folder, KotlinExtensions.path(spec).toArray(String[]::new));
        Files.createDirectories(file.getParent());
        Files.writeString(file, KotlinExtensions.of(spec));
    }

    private void error(String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
    }

    private void error(TypeElement model, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, model);
    }
}
