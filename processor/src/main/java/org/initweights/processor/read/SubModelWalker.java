package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.read.RuleReader.FoundParameter;
import org.initweights.select.NamePattern;

/** Finds the parameters of all sub-models, and theirs, as far as the types of the fields say. */
final class SubModelWalker {

    private final Elements elements;
    private final Function<TypeElement, ModelSpec> reader;

    SubModelWalker(Elements elements, Function<TypeElement, ModelSpec> reader) {
        this.elements = elements;
        this.reader = reader;
    }

    /**
     * What is under some members of a model.
     *
     * @param open the sub-models whose objects may have parameters that are not among those
     */
    record Reached(List<FoundParameter> parameters, List<Open> open) {

        /** Whether a sub-model may be an object of a type, or of a subclass, that no field declares. */
        boolean mayHave(TypeMirror type, Types types) {
            return open.stream().anyMatch(field -> field.mayBe(type, types));
        }
    }

    /**
     * A sub-model of which only a supertype is known.
     *
     * @param type what its field declares; empty if that is a variable
     * @param isAbstract whether the object is certainly of another class
     */
    record Open(Optional<TypeMirror> type, boolean isAbstract) {

        boolean mayBe(TypeMirror wanted, Types types) {
            TypeMirror erased = types.erasure(wanted);
            TypeMirror declared = types.erasure(type.orElse(erased));
            boolean isInterface = TypeShapes.declared(wanted)
                    .filter(element -> element.getKind().isInterface())
                    .isPresent();
            return isAbstract
                    ? isInterface || types.isSubtype(erased, declared) || types.isSubtype(declared, erased)
                    : !types.isSubtype(declared, erased) && (isInterface || types.isSubtype(erased, declared));
        }
    }

    /** The parameters under these members of a model. */
    Reached walk(List<Member> members) {
        Reached reached = new Reached(new ArrayList<>(), new ArrayList<>());
        walk(members, "", Set.of(), reached);
        return reached;
    }

    private void walk(List<Member> members, String prefix, Set<String> above, Reached reached) {
        for (Member member : members) {
            if (member instanceof SubModelSpec subModel) {
                StringBuilder path = new StringBuilder(prefix + subModel.name() + ".");
                subModel.holders().forEach(holder -> path.append(index(holder)));
                subModel.model()
                        .ifPresentOrElse(
                                model -> walkModel(model, path.toString(), above, reached),
                                () -> reached.open.add(new Open(Optional.empty(), true)));
            }
        }
    }

    private static String index(Holder holder) {
        return switch (holder) {
            case OPTIONAL -> "";
            case ARRAY, ITERABLE -> NamePattern.ANY_INDEX + ".";
            case MAP -> NamePattern.ANY_KEY + ".";
        };
    }

    private void walkModel(ClassRef name, String prefix, Set<String> above, Reached reached) {
        Set<String> here = new TreeSet<>(above);
        TypeElement type = elements.getTypeElement(name.canonicalName());
        // A model may contain models of its own class, such as the nodes of a tree: one level of them stands for all.
        if (type == null || !here.add(name.canonicalName())) {
            return;
        }
        ModelSpec model = reader.apply(type);
        if (model.alternatives().isEmpty() && !type.getModifiers().contains(Modifier.FINAL)) {
            reached.open.add(new Open(Optional.of(type.asType()), model.isAbstract()));
        }
        model.alternatives().forEach(alternative -> walkModel(alternative.type().name(), prefix, here, reached));
        for (Optional<ModelSpec> part = Optional.of(model);
                part.isPresent();
                part = part.get().parent()) {
            for (ParameterSpec parameter : part.get().parameters()) {
                String path = prefix + parameter.name();
                // What a sealed class declares is also found as what its subclasses inherit.
                if (reached.parameters.stream()
                        .noneMatch(other ->
                                other.path().equals(path) && other.parameter().equals(parameter))) {
                    reached.parameters.add(new FoundParameter(path, type.asType(), parameter));
                }
            }
            walk(part.get().members(), prefix, here, reached);
        }
    }
}
