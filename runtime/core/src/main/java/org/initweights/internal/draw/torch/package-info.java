/**
 * PyTorch's random numbers on a CPU, bit for bit: its generator, the arithmetic of its builds, and the order in which its layers draw.
 * What is promised, against which versions, stands in {@code runtime/docs/parity.md}.
 *
 * <p>{@code TorchGenerator} makes words, uniforms and single normals; {@code UniformFills}, {@code NormalFills} and
 * {@code TruncatedNormals} are PyTorch's functions on tensors; an {@code Arithmetic} for each build has what compilers and instruction
 * sets change in them.
 */
@NullMarked
package org.initweights.internal.draw.torch;

import org.jspecify.annotations.NullMarked;
