package it.models.optional;

import org.initweights.FanMode;
import org.initweights.annotation.KaimingUniform;
import org.initweights.annotation.LecunNormal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Uniform;
import org.initweights.annotation.XavierUniform;

/** The same as {@code Configured}, in Java. */
public class ConfiguredTwin {
    final Config config;
    final boolean isGated;
    final int hidden;
    final int channels;
    final int groups;

    @Shape(dims = "config.width, Config.HEADS, Sizes.DEPTH") @XavierUniform float[] weight;
    @Shape(dims = "config.width", onlyIf = "config.bias") @Uniform float[] bias;
    @Shape(dims = "hidden", onlyIf = "isGated") @Uniform float[] gate;
    @Shape(dims = "hidden", onlyIf = "isDeep()") @Uniform float[] deep;
    @Shape(dims = "channels, channels / groups, 3", groupsOf = "groups")
    @KaimingUniform(mode = FanMode.FAN_OUT)
    float[] conv;
    @Shape(dims = "groups * channels, channels", packedOf = "groups") @XavierUniform float[] packed;
    @Shape(value = {4, 2, 3}, inAxes = {0}, outAxes = {1, 2}) @LecunNormal float[] heads;

    public ConfiguredTwin(Config config, boolean isGated, int hidden, int channels, int groups) {
        this.config = config;
        this.isGated = isGated;
        this.hidden = hidden;
        this.channels = channels;
        this.groups = groups;
    }

    boolean isDeep() {
        return hidden > 2;
    }
}
