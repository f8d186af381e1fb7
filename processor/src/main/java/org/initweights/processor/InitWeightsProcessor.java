package org.initweights.processor;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.initweights.processor.check.Check;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.Visibility;
import org.initweights.processor.read.ModelFinder;
import org.initweights.processor.read.ModelReader;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.report.Places;
import org.initweights.processor.report.Printer;
import org.initweights.processor.report.Severities;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.Resolver;
import org.initweights.processor.write.InitClass;
import org.initweights.processor.write.KotlinExtensions;
import org.initweights.processor.write.PlanJson;

/** Generates {@code <Model>Init} for each model: reads the class, resolves what it says, checks it, writes. */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"org.initweights.annotation.*", "org.initweights.recipe.*", "org.initweights.generated.*"})
public final class InitWeightsProcessor extends AbstractProcessor {

    static final String DEBUG = "initweights.debug";

    private final Set<String> deferred = new LinkedHashSet<>();
    private ModelFinder finder;
    private Severities severities;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        finder = new ModelFinder(environment);
        severities = new Severities(environment.getOptions());
        severities
                .mistakes()
                .forEach(mistake -> environment.getMessager().printMessage(Diagnostic.Kind.ERROR, mistake));
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new LinkedHashSet<>(List.of(DEBUG, Severities.STRICT, KotlinExtensions.FOLDER));
        for (Lint lint : Lint.values()) {
            options.add(lint.option());
        }
        return options;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            // What is still deferred names types that do not exist; the compiler itself says so.
            return false;
        }
        Set<TypeElement> models = finder.in(round);
        for (String name : deferred) {
            models.add(processingEnv.getElementUtils().getTypeElement(name));
        }
        deferred.clear();
        models.forEach(this::process);
        return true;
    }

    private void process(TypeElement model) {
        try {
            if (finder.isComplete(model)) {
                generate(model);
            } else {
                deferred.add(model.getQualifiedName().toString());
            }
        } catch (IOException e) {
            error(model, "cannot write the initialisation of " + model + ": " + e.getMessage() + " [NotWritten]");
        } catch (RuntimeException e) {
            error(model, internalError(model, e));
        }
    }

    private void generate(TypeElement model) throws IOException {
        Places places = new Places();
        Findings findings = new Findings(severities, places);
        ModelSpec spec = new ModelReader(processingEnv, finder, places).read(model, findings);
        ResolvedModel resolved = Resolver.resolve(spec);
        Check.ALL.forEach(check -> check.check(resolved, findings));
        findings.print(new Printer(processingEnv));
        if (!spec.isReachable()) {
            return;
        }
        if (findings.hasNoError()) {
            InitClass.of(resolved, model).writeTo(processingEnv.getFiler());
            writePlan(resolved, model);
            writeKotlinExtensions(spec);
        } else {
            InitClass.refused(spec, model).writeTo(processingEnv.getFiler());
        }
    }

    private void writePlan(ResolvedModel resolved, TypeElement model) throws IOException {
        FileObject file = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", PlanJson.path(resolved.spec()), model);
        try (Writer plan = file.openWriter()) {
            plan.write(PlanJson.of(resolved));
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

    private String internalError(TypeElement model, RuntimeException e) {
        if (!processingEnv.getOptions().containsKey(DEBUG)) {
            return model + ": InitWeights failed on this class (" + e
                    + "); that is a bug of ours: please report it, with the" + " output of -A" + DEBUG + " [Internal]";
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        return model + ": " + trace + "[Internal]";
    }

    private void error(TypeElement model, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, model);
    }
}
