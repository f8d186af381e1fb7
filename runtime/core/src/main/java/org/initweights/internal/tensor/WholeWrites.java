package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import org.initweights.TensorAdapter;

/** Which classes of adapters write a whole tensor in a way of their own. */
final class WholeWrites {

    private static final ClassValue<Boolean> OWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> adapter) {
            try {
                return adapter.getMethod("write", Object.class, ByteBuffer.class)
                                .getDeclaringClass()
                        != TensorAdapter.class;
            } catch (NoSuchMethodException e) {
                // A native image without metadata for the class: whole writes are right for any adapter, if not the
                // fastest.
                return true;
            }
        }
    };

    private WholeWrites() {}

    /** Whether an adapter has a {@link TensorAdapter#write} of its own, rather than the one that puts pieces. */
    static boolean isOwn(TensorAdapter<?> adapter) {
        return OWN.get(adapter.getClass());
    }
}
