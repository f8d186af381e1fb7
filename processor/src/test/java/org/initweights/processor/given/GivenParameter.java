package org.initweights.processor.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.AxisPlaces;
import org.initweights.processor.model.DeclaredAxisRoles;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.name.ClassRef;

/**
 * A parameter in the making, first a {@code float[]} of no dimension with {@code @Zeros}. Places are the field {@code w}, and
 * {@code w.shape}, {@code w.layout}, {@code w.initializer}, {@code w.initializer.gain}, {@code w.slice.0}.
 */
public final class GivenParameter {

    private final GivenPlaces places;
    private final String name;
    private final List<SliceSpec> slices = new ArrayList<>();
    private List<Dimension> dimensions = List.of();
    private Optional<Layout> layout = Optional.empty();
    private int groups = 1;
    private int packed = 1;
    private int stacked;
    private StorageSpec storage = new StorageSpec.Flat(DType.F32);
    private InitializerSpec initializer;
    private Optional<Nonlinearity> activation = Optional.empty();

    GivenParameter(GivenPlaces places, String name) {
        this.places = places;
        this.name = name;
        this.initializer = initializer("@Zeros", false, Optional.of(shape -> {
            throw new IllegalStateException("no initializer was given to " + name);
        }));
    }

    /** Its sizes: a number, a name that each model has, or a dimension made elsewhere. */
    public GivenParameter shape(Object... sizes) {
        List<Dimension> given = new ArrayList<>();
        for (Object size : sizes) {
            given.add(dimension(size));
        }
        dimensions = given;
        return this;
    }

    static Dimension dimension(Object size) {
        if (size instanceof Dimension dimension) {
            return dimension;
        }
        return size instanceof String name ? Numbers.size(name) : Dimension.of(((Number) size).longValue());
    }

    /** A layout that the user declares. */
    public GivenParameter layout(Layout given) {
        layout = Optional.of(given);
        return this;
    }

    public GivenParameter groups(int given) {
        groups = given;
        return this;
    }

    public GivenParameter packed(int given) {
        packed = given;
        return this;
    }

    public GivenParameter stacked(int given) {
        stacked = given;
        return this;
    }

    public GivenParameter storage(StorageSpec given) {
        storage = given;
        return this;
    }

    /** The activation before the weight. */
    public GivenParameter after(Nonlinearity nonlinearity) {
        activation = Optional.of(nonlinearity);
        return this;
    }

    /** An initializer of this library, as the user wrote it. */
    public GivenParameter init(String display, Initializer rule) {
        initializer = initializer(display, false, Optional.of(rule));
        return this;
    }

    /** An annotation of the user that stands for an initializer. */
    public GivenParameter composed(String display, Initializer rule) {
        initializer = initializer(display, true, Optional.of(rule));
        return this;
    }

    /** The initializer of a bias, which names its weight. */
    public GivenParameter biasOf(GivenParameter weight, String display, Initializer rule) {
        InitializerSpec plain = initializer(display, false, Optional.of(rule));
        initializer = new InitializerSpec(
                plain.display(),
                plain.composed(),
                plain.rule(),
                plain.call(),
                plain.place(),
                plain.arguments(),
                Optional.of(weight.shapeSpec()));
        return this;
    }

    /** An initializer whose numbers are known only with a model. */
    public GivenParameter formula(String display, String factory, Map<String, Quantity> numbers) {
        initializer = formulaSpec(display, factory, numbers);
        return this;
    }

    /** A class of the user that is being compiled. */
    public GivenParameter unknown(String display) {
        initializer = initializer(display, false, Optional.empty());
        return this;
    }

    /** An initializer, with a place for each argument that the user gave. */
    public GivenParameter arguments(String... names) {
        Map<String, Place> given = new HashMap<>();
        for (String argument : names) {
            given.put(argument, places.of(name, "initializer." + argument));
        }
        initializer = new InitializerSpec(
                initializer.display(),
                initializer.composed(),
                initializer.rule(),
                initializer.call(),
                initializer.place(),
                given,
                initializer.weight());
        return this;
    }

    /** No initializer for the rows that are in no slice. */
    public GivenParameter onlySlices() {
        initializer = InitializerSpec.ofNoRows(places.of(name, "initializer"));
        return this;
    }

    /** Rows with an initializer of their own. */
    public GivenParameter slice(Object from, Object to, String display, Initializer rule) {
        return slice(from, to, initializer(display, false, Optional.of(rule)));
    }

    /** Places of any axis with an initializer of their own. */
    public GivenParameter slice(AxisPlaces slice, String display, Initializer rule) {
        slices.add(new SliceSpec(
                slice, initializer(display, false, Optional.of(rule)), places.of(name, "slice." + slices.size())));
        return this;
    }

    /** Rows with an initializer whose numbers are known only with a model. */
    public GivenParameter slice(Object from, Object to, String display, String factory, Map<String, Quantity> numbers) {
        return slice(from, to, formulaSpec(display, factory, numbers));
    }

    private GivenParameter slice(Object from, Object to, InitializerSpec rows) {
        slices.add(new SliceSpec(
                AxisPlaces.rows(dimension(from), dimension(to)), rows, places.of(name, "slice." + slices.size())));
        return this;
    }

    private InitializerSpec formulaSpec(String display, String factory, Map<String, Quantity> numbers) {
        List<InitializerCall.Argument> arguments = new ArrayList<>();
        numbers.forEach((argument, quantity) -> arguments.add(
                new InitializerCall.Argument.Numeric(argument, quantity, InitializerCall.NumberType.DOUBLE)));
        return new InitializerSpec(
                display,
                false,
                Optional.empty(),
                new InitializerCall.Factory(factory, arguments),
                places.of(name, "initializer"),
                Map.of(),
                Optional.empty());
    }

    private InitializerSpec initializer(String display, boolean composed, Optional<Initializer> rule) {
        return new InitializerSpec(
                display,
                composed,
                rule,
                new InitializerCall.Constructor(new ClassRef("home", List.of("Own")), false, List.of()),
                places.of(name, "initializer"),
                Map.of(),
                Optional.empty());
    }

    public ShapeSpec shapeSpec() {
        DeclaredAxisRoles roles = new DeclaredAxisRoles(
                new AxisRoles<>(
                        layout.orElse(Layout.OUT_IN_SPATIAL),
                        Optional.empty(),
                        Dimension.of(groups),
                        Dimension.of(packed),
                        stacked),
                layout.isPresent(),
                groups != 1);
        return new ShapeSpec(dimensions, roles, places.of(name, "shape"), places.of(name, "layout"));
    }

    public ParameterSpec spec() {
        return new ParameterSpec(
                name,
                new Access.Direct(Optional.empty(), name, true),
                storage,
                shapeSpec(),
                new Presence.Always(),
                initializer,
                slices,
                activation,
                true,
                places.of(name));
    }
}
