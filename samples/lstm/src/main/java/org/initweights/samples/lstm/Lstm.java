package org.initweights.samples.lstm;

import static org.initweights.Layer.LSTM;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;
import org.initweights.recipe.ForgetGateBias;

/**
 * Two layers of long short-term memory, each with its four gates packed as in PyTorch: input, forget, cell, output.
 * Every tensor starts as U(±1/√hidden), but the forget gates start open. A gate has two biases, which add up: one of
 * them is enough.
 */
class Lstm {

    final int in;
    final int hidden;

    @Shape(dims = "4 * hidden, in")
    @TorchDefault(LSTM)
    float[] weight_ih_l0;

    @Shape(dims = "4 * hidden, hidden")
    @TorchDefault(LSTM)
    float[] weight_hh_l0;

    @Shape(dims = "4 * hidden")
    @TorchDefault(LSTM)
    @ForgetGateBias
    float[] bias_ih_l0;

    @Shape(dims = "4 * hidden")
    @TorchDefault(LSTM)
    float[] bias_hh_l0;

    @Shape(dims = "4 * hidden, hidden")
    @TorchDefault(LSTM)
    float[] weight_ih_l1;

    @Shape(dims = "4 * hidden, hidden")
    @TorchDefault(LSTM)
    float[] weight_hh_l1;

    @Shape(dims = "4 * hidden")
    @TorchDefault(LSTM)
    @ForgetGateBias
    float[] bias_ih_l1;

    @Shape(dims = "4 * hidden")
    @TorchDefault(LSTM)
    float[] bias_hh_l1;

    Lstm(int in, int hidden) {
        this.in = in;
        this.hidden = hidden;
    }
}
