package org.initweights.internal.fill;

/** Which axis of a weight a wider layer changes. */
public enum WidenedSide {
    /** The layer's own out channels: chosen ones are there again. */
    OUT("outChannels"),

    /** The in channels of the layer that follows: those of a copied channel share its weight. */
    IN("inChannels");

    private final String method;

    WidenedSide(String method) {
        this.method = method;
    }

    /** What a user writes for this side of a layer: {@code outChannels("fc1.weight")}. */
    public String call(String tensor) {
        return method + "(\"" + tensor + "\")";
    }
}
