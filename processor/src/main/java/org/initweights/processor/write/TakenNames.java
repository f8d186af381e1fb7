package org.initweights.processor.write;

import com.google.common.base.Splitter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.Axes;
import org.initweights.TensorShape;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.Quotient;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.SizeCheckSpec;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.name.MemberPath;

/** The names that a local variable would hide from generated code: of classes, of packages, and of what is imported statically. */
final class TakenNames {

    private static final List<Class<?>> ALWAYS = List.of(
            ParameterCollector.class,
            Quotient.class,
            Axes.class,
            List.class,
            Map.class,
            TensorShape.class,
            Math.class,
            StrictMath.class,
            Double.class,
            Long.class);

    /** The names of the classes that may be named in any generated method. */
    private static final Set<String> NAMED = Stream.concat(ALWAYS.stream(), StaticImports.TYPES.stream())
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<ClassRef> classes = new HashSet<>();
    private final Set<SizeVariable> sizes = new HashSet<>();

    private TakenNames() {}

    static Set<String> by(ModelSpec model) {
        TakenNames names = new TakenNames();
        names.add(model);
        return names.all();
    }

    /** The simple names of the classes that generated code names: a constant of the same name would obscure one. */
    static Set<String> ofClasses(ModelSpec model) {
        TakenNames names = new TakenNames();
        names.add(model);
        names.addOwners();
        return names.classes.stream().map(type -> type.simpleNames().get(0)).collect(Collectors.toUnmodifiableSet());
    }

    private void addOwners() {
        sizes.forEach(size -> {
            if (size.source() instanceof MemberPath path) {
                path.owner().ifPresent(classes::add);
            }
        });
    }

    private Set<String> all() {
        addOwners();
        Set<String> outermost = new HashSet<>(NAMED);
        boolean isDistinct = true;
        for (ClassRef type : classes) {
            isDistinct &= outermost.add(type.simpleNames().get(0));
        }
        Set<String> names = new HashSet<>(StaticImports.NAMES);
        names.addAll(outermost);
        if (!isDistinct) {
            // Of two classes of one name one is written with its package.
            names.addAll(Set.of("org", "java"));
            classes.forEach(type ->
                    names.add(Splitter.on('.').splitToList(type.packageName()).get(0)));
            names.remove("");
        }
        return names;
    }

    private void add(ModelSpec model) {
        classes.add(model.name());
        classes.add(model.init());
        model.parent().map(ModelSpec::init).ifPresent(classes::add);
        model.members().forEach(this::add);
        model.sizeChecks().stream().map(SizeCheckSpec::variables).forEach(sizes::addAll);
        model.rules().forEach(rule -> {
            classes.add(rule.type());
            add(rule.initializer());
        });
    }

    private void add(ClassRef model) {
        classes.add(model);
        classes.add(model.init());
    }

    private void add(Member member) {
        if (member.access() instanceof Access.Direct direct) {
            direct.owner().ifPresent(classes::add);
        }
        if (member instanceof ParameterSpec parameter) {
            sizes.addAll(parameter.variables());
            if (parameter.presence() instanceof Presence.OnlyIf condition) {
                condition.path().owner().ifPresent(classes::add);
            }
            Stream.concat(
                            Stream.of(parameter.initializer()),
                            parameter.slices().stream().map(slice -> slice.initializer()))
                    .forEach(this::add);
            Optional.of(parameter.storage())
                    .filter(StorageSpec.Adapted.class::isInstance)
                    .ifPresent(storage -> classes.add(((StorageSpec.Adapted) storage).adapter()));
        } else {
            ((SubModelSpec) member).modelName().ifPresent(this::add);
        }
    }

    private void add(InitializerSpec initializer) {
        sizes.addAll(initializer.variables());
        if (initializer.call().untransformed() instanceof InitializerCall.Constructor constructor) {
            classes.add(constructor.type());
        }
        for (Argument argument : initializer.call().arguments()) {
            if (argument instanceof Argument.Constant constant) {
                classes.add(constant.type());
            }
        }
    }
}
