package org.initweights.internal.draw.seeded;

import org.initweights.internal.numeric.Fma;

/**
 * JDK's Vector API, which is there if the JVM was started with {@code --add-modules jdk.incubator.vector}. The classes that use it are
 * looked up by name: everything else loads without it.
 *
 * <p>It is usable if the JVM compiles with C2, the processor has fused multiply-adds, and its vectors have eight floats or more (AVX2).
 * {@code StreamStabilityTest} says that vectors are used where they win.
 */
final class VectorModule {

    private static final String API = "jdk.incubator.vector";
    private static final String TRANSFORMS = "org.initweights.internal.draw.seeded.vector.VectorTransforms";

    private static final boolean USABLE = isCompiled()
            && Fma.isInstruction()
            && ModuleLayer.boot().findModule(API).map(VectorModule::isWide).orElse(false);

    private VectorModule() {}

    /** Whether its vectors are there, compiled to instructions, and wide enough to win. */
    static boolean isUsable() {
        return USABLE;
    }

    /** Interpreted, or compiled by C1 alone, vectors are objects, and a hundred times slower. */
    private static boolean isCompiled() {
        String mode = System.getProperty("java.vm.info", "");
        return mode.startsWith("mixed mode") && !mode.contains("emulated-client");
    }

    /** Whether the API's vectors have enough lanes. The module of this library reads that of the API only from here on. */
    private static boolean isWide(Module api) {
        VectorModule.class.getModule().addReads(api);
        try {
            return (boolean) Class.forName(TRANSFORMS).getMethod("isWide").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            // The API is incubating, and may lack something in this JDK; the staged form does without it.
            return false;
        }
    }

    /** Floats by the Vector API, if it is usable. */
    static FloatTransforms transforms() {
        try {
            return Class.forName(TRANSFORMS)
                    .asSubclass(FloatTransforms.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
