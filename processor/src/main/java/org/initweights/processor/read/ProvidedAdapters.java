package org.initweights.processor.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The adapters that a library of the compilation provides, so that a model need not name them.
 *
 * <p>A library on the module path says {@code provides org.initweights.TensorAdapter with …}. One on the class path has a file for each type of
 * tensor, {@code org/initweights/adapters/com/acme/Tensor} for {@code com.acme.Tensor}, whose lines are the names of adapters: one for all
 * tensors of the type, or one for each of its type arguments. The usual file of
 * services would not do: a compiler finds only the first file of a name, so that of several libraries all but one would be overlooked, and
 * javac finds none in a jar whose folder is no package, as {@code META-INF} is none. Where it is found it is read too.
 */
final class ProvidedAdapters {

    /** The folder of a tensor type is one of its own, since two modules may not have a package in common. */
    private static final String FOLDER = "org/initweights/adapters/";

    private static final String SERVICES = "META-INF/services/" + AdapterReader.ADAPTER;

    private final Elements elements;
    private final Types types;
    private final ProcessingEnvironment environment;
    private final Map<String, List<String>> known = new HashMap<>();
    private @Nullable List<String> services;

    ProvidedAdapters(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.environment = environment;
    }

    /** The adapter for the tensors of this type, or of the nearest of its supertypes that has one. */
    Optional<TypeElement> find(TypeMirror tensor) {
        List<TypeElement> adapters = all(tensor);
        // The only one is taken whatever its type arguments are, so that it is named where they do not fit.
        return adapters.size() == 1
                ? Optional.of(adapters.get(0))
                : adapters.stream().filter(adapter -> reads(adapter, tensor)).findFirst();
    }

    private boolean reads(TypeElement adapter, TypeMirror tensor) {
        return AdapterReader.tensor(adapter, types)
                .filter(known -> types.isAssignable(tensor, known))
                .isPresent();
    }

    /** The adapters for this type, whatever its type arguments are, or for the nearest of its supertypes that has any. */
    List<TypeElement> all(TypeMirror tensor) {
        Optional<TypeElement> type = TypeShapes.declared(tensor).filter(declared -> !isOfJava(declared));
        if (type.isEmpty()) {
            return List.of();
        }
        List<TypeElement> own = exactly(type.get());
        return own.isEmpty()
                ? types.directSupertypes(types.erasure(tensor)).stream()
                        .map(this::all)
                        .filter(adapters -> !adapters.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                : own;
    }

    private static boolean isOfJava(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("kotlin.");
    }

    private List<TypeElement> exactly(TypeElement tensor) {
        // Names are kept, since elements are good for one round only.
        return known.computeIfAbsent(tensor.getQualifiedName().toString(), name -> names(tensor)).stream()
                .map(elements::getTypeElement)
                .toList();
    }

    private List<String> names(TypeElement tensor) {
        return Stream.concat(
                        lines(FOLDER + tensor.getQualifiedName().toString().replace('.', '/')), services().stream())
                .distinct()
                .filter(adapter -> Optional.ofNullable(elements.getTypeElement(adapter))
                        .flatMap(type -> AdapterReader.tensor(type, types))
                        .flatMap(TypeShapes::declared)
                        .filter(tensor::equals)
                        .isPresent())
                .toList();
    }

    private List<String> services() {
        if (services == null) {
            services = Stream.concat(ofModules(), lines(SERVICES)).distinct().toList();
        }
        return services;
    }

    private Stream<String> ofModules() {
        return elements.getAllModuleElements().stream()
                .filter(module -> !isOfJdk(module))
                .flatMap(module -> ElementFilter.providesIn(module.getDirectives()).stream())
                .filter(provides -> provides.getService().getQualifiedName().contentEquals(AdapterReader.ADAPTER))
                .flatMap(provides -> provides.getImplementations().stream())
                .map(adapter -> adapter.getQualifiedName().toString());
    }

    /** The JDK provides no adapter, its seventy modules take long to read, and some of them ECJ cannot read. */
    private static boolean isOfJdk(ModuleElement module) {
        String name = module.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    /** The lines of a file of the class path, without comments; none if there is no such file. */
    private Stream<String> lines(String path) {
        try (InputStream file = environment
                .getFiler()
                .getResource(StandardLocation.CLASS_PATH, "", path)
                .openInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException absent) {
            // Compilers tell a file that is not there, or a class path that is not there, by any of these.
            return Stream.empty();
        }
    }
}
