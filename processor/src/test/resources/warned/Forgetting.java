package warned;

import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;

/** Fields that can hold models, but that are not visited. */
@InitWeights
class Forgetting<T> {
    interface Layer {}

    sealed interface Module permits Conv {}

    abstract static class Block {}

    static class Dense extends Block implements Layer {
        @Shape(2) @Ones float[] w;
    }

    record Conv(@Shape(2) @Ones float[] w) implements Module {}

    record Giver(List<AtomicReference<Map<String, Dense>>> parts, Supplier<Giver> itself) {}

    record Table(List<Map<List<Dense>, String>> rows) {}

    record Around(Optional<Layer> layer) {}

    record Pair<A, B>(A first, Optional<List<B>> second) {}

    static class Part {}

    static class Whole extends Part {
        Conv conv;
    }

    record Parts(Part part) {}

    static class Upper {
        final Conv conv = new Conv(new float[2]);
    }

    static class Lower extends Upper {}

    static class Lowest extends Lower {}

    static class Bound<M> {
        final M inner;

        Bound(M inner) {
            this.inner = inner;
        }
    }

    static class Dense1 extends Bound<Dense> {
        Dense1() {
            super(new Dense());
        }
    }

    static class Text extends Bound<String> {
        Text() {
            super("no model");
        }
    }

    static class Keyed extends Part {
        List<Map<Part, String>> parts;
    }

    interface Kind {}

    enum Scale {
        SMALL;
        @Shape(2) @Ones float[] w;
    }

    enum Head implements Kind {
        FIRST;
        Conv conv;
    }

    @InitWeights
    interface Sort {}

    enum Plain implements Sort {
        ONE
    }

    @Skip
    static class Frozen extends Dense {}

    final Dense dense = new Dense();
    // warning at `layers;`: layers: Layer is no model, but Dense, which implements it, is: mark Layer with @InitWeights, declare the field as Dense, or @Skip it [Uninitialized]
    List<Layer> layers;
    // warning at `module;`: module: Module is no model, but Conv, which implements it, is: mark Module with @InitWeights, declare the field as Conv, or @Skip it [Uninitialized]
    Module module;
    // warning at `blocks;`: blocks: Block is no model, but Dense, which extends it, is: mark Block with @InitWeights, declare the field as Dense, or @Skip it [Uninitialized]
    Map<String, Optional<Block[]>> blocks;
    // warning at `supplier;`: supplier: Supplier<Dense> can hold Dense, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    Supplier<Dense> supplier;
    // warning at `reference;`: reference: AtomicReference<List<Conv>> can hold Conv, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    AtomicReference<List<Conv>> reference;
    // warning at `callables;`: callables: Callable<? extends Layer> can hold Layer, of which Dense is a model, but it is not visited; mark Layer with @InitWeights and hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    Deque<Callable<? extends Layer>> callables;
    // warning at `iterator;`: iterator: Supplier<Dense> can hold Dense, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    Iterator<Supplier<Dense>> iterator;
    // warning at `keys;`: keys: the keys of Map<Dense, Conv> are not visited, and Dense is a model; hold it as a value or in a list, or @Skip the field [Uninitialized]
    // warning at `keys;`: keys: its keys are Dense, which has Object's toString, so names change from run to run; give Dense a toString, or use a String as key [IdentityOrder]
    Map<Dense, Conv> keys;
    // warning at `ofLists;`: ofLists: the keys of Map<List<Layer>, String> are not visited, and Dense is a model; hold it as a value or in a list, or @Skip the field [Uninitialized]
    Map<List<Layer>, String> ofLists;
    // warning at `lowest;`: lowest: Lowest has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    Lowest lowest;
    // warning at `bound;`: bound: Dense1 has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    Dense1 bound;
    Text text;
    // warning at `givers;`: givers: Giver has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    Giver[] givers;
    // warning at `table;`: table: Table has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    Table table;
    // warning at `wild;`: wild: the keys of Map<Dense, String> are not visited, and Dense is a model; hold it as a value or in a list, or @Skip the field [Uninitialized]
    List<? extends Map<Dense, String>> wild;
    // warning at `arounds;`: arounds: Around has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    List<Around> arounds;
    // warning at `pairs;`: pairs: Pair has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    List<Pair<String, Conv>> pairs;
    // warning at `part;`: part: Part is no model, but Keyed, which extends it, has sub-models, which are not initialised; mark Part with @InitWeights, or @Skip the field [Uninitialized]
    List<Part> part;
    // warning at `within;`: within: Parts has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    Parts within;
    // warning at `wholes;`: wholes: the keys of Map<Whole, String> are not visited, and Whole can have sub-models; hold it as a value or in a list, or @Skip the field [Uninitialized]
    Map<Whole, String> wholes;
    // warning at `keyed;`: keyed: Part is no model, but Keyed, which extends it, has sub-models, which are not initialised; mark Part with @InitWeights, or @Skip the field [Uninitialized]
    Part keyed;
    // warning at `scales;`: scales: the keys of Map<Scale, String> are not visited, and Scale is a model; hold it as a value or in a list, or @Skip the field [Uninitialized]
    Map<Scale, String> scales;
    // warning at `heads;`: heads: the keys of Map<Head, Dense> are not visited, and Head can have sub-models; hold it as a value or in a list, or @Skip the field [Uninitialized]
    Map<Head, Dense> heads;
    Map<Plain, Dense> plain;
    // warning at `variable;`: variable: a T can be a model, but the field is private and without getter, so it is not visited; add a getter, or @Skip the field [Uninitialized]
    private T variable;

    // warning at `loose;`: loose: List<float[]> can hold weights, but a parameter is a field of its own; hold objects of a class with such a field, or @Skip the field [Uninitialized]
    List<float[]> loose;
    // warning at `named;`: named: Map<String, double[][]> can hold weights, but a parameter is a field of its own; hold objects of a class with such a field, or @Skip the field [Uninitialized]
    Map<String, double[][]> named;
    // warning at `lists;`: lists: Optional<? extends List<float[]>> can hold weights, but a parameter is a field of its own; hold objects of a class with such a field, or @Skip the field [Uninitialized]
    Optional<? extends List<float[]>> lists;
    // warning at `rows;`: rows: List<float[]>[] can hold weights, but a parameter is a field of its own; hold objects of a class with such a field, or @Skip the field [Uninitialized]
    List<float[]>[] rows;
    @Skip List<float[]> batches;
    List<int[]> indices;
    Map<float[], String> texts;
    @Skip Supplier<Dense> skipped;
    Supplier<Frozen> frozen;
    Frozen one;
    List<Pair<String, String>> names;
}
