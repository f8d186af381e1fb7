package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.Shape;
import org.initweights.recipe.GriffinRecurrent;
import org.initweights.samples.zoo.nn.Module;

/** The recurrence, whose decay is gated: {@code RGLRU}. */
public class RgLru implements Module {

    final int width;

    @Shape(dims = "width")
    @GriffinRecurrent
    float[] a_param;

    final BlockDiagonalLinear input_gate;
    final BlockDiagonalLinear a_gate;

    public RgLru(int width, int heads) {
        this.width = width;
        input_gate = new BlockDiagonalLinear(width, heads);
        a_gate = new BlockDiagonalLinear(width, heads);
    }
}
