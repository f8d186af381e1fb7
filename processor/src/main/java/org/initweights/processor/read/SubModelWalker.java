package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.initweights.internal.select.NamePattern;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.read.FoundParameters.FoundParameter;

/** Finds the parameters of all sub-models, and theirs, as far as the types of the fields say. */
final class SubModelWalker {

    private final Elements elements;
    private final Function<TypeElement, ModelSpec> reader;

    SubModelWalker(Elements elements, Function<TypeElement, ModelSpec> reader) {
        this.elements = elements;
        this.reader = reader;
    }

    /** The parameters under these members of a model. */
    FoundParameters walk(List<Member> members) {
        FoundParameters found = new FoundParameters(new ArrayList<>(), new TreeSet<>());
        walk(members, "", Set.of(), found);
        return found;
    }

    private void walk(List<Member> members, String prefix, Set<String> above, FoundParameters found) {
        for (Member member : members) {
            if (member instanceof SubModelSpec subModel) {
                StringBuilder path = new StringBuilder(prefix + subModel.name() + ".");
                subModel.holders().forEach(holder -> path.append(index(holder)));
                int first = found.parameters().size();
                subModel.modelName()
                        .ifPresentOrElse(
                                model -> walkModel(model, path.toString(), above, found),
                                () -> found.addUnknown(path.toString()));
                if (!subModel.isTrainable()) {
                    found.parameters().subList(first, found.parameters().size()).replaceAll(FoundParameter::notTrained);
                }
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

    private void walkModel(ClassRef name, String prefix, Set<String> above, FoundParameters found) {
        Set<String> here = new TreeSet<>(above);
        TypeElement type = elements.getTypeElement(name.canonicalName());
        // A model may contain models of its own class, such as the nodes of a tree: one level of them stands for all.
        if (type == null || !here.add(name.canonicalName())) {
            found.addUnknown(prefix);
            return;
        }
        if (isOpen(type)) {
            found.addUnknown(prefix);
        }
        ModelSpec model = reader.apply(type);
        model.alternatives().forEach(alternative -> walkModel(alternative.type().name(), prefix, here, found));
        for (Optional<ModelSpec> part = Optional.of(model);
                part.isPresent();
                part = part.get().parent()) {
            for (ParameterSpec parameter : part.get().parameters()) {
                String path = prefix + parameter.name();
                // What a sealed class declares is also found as what its subclasses inherit.
                if (found.parameters().stream()
                        .noneMatch(other ->
                                other.path().equals(path) && other.parameter().equals(parameter))) {
                    found.parameters().add(new FoundParameter(path, type.asType(), parameter));
                }
            }
            walk(part.get().members(), prefix, here, found);
        }
    }

    /** Whether the objects are of classes that cannot be listed. */
    private static boolean isOpen(TypeElement type) {
        boolean isAbstract = type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT);
        return isAbstract && !SourceLanguage.of(type).isSealed(type);
    }
}
