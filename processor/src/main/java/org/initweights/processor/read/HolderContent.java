package org.initweights.processor.read;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.processor.model.SubModelSpec.Holder;

/**
 * What an array, a map, an iterable or an optional holds.
 *
 * @param holder what it is in
 * @param type its type
 */
record HolderContent(Holder holder, TypeMirror type) {

    /** What a type holds; nothing if it is none of them. */
    static Stream<HolderContent> of(TypeMirror type, Types types) {
        return Stream.of(
                        in(Holder.ARRAY, TypeShapes.component(type)),
                        in(Holder.MAP, TypeShapes.argument(type, "java.util.Map", 1, types)),
                        in(Holder.ITERABLE, TypeShapes.argument(type, "java.lang.Iterable", 0, types)),
                        in(Holder.OPTIONAL, TypeShapes.argument(type, "java.util.Optional", 0, types)))
                .flatMap(Optional::stream);
    }

    private static Optional<HolderContent> in(Holder holder, Optional<TypeMirror> type) {
        return type.map(content -> new HolderContent(holder, content));
    }
}
