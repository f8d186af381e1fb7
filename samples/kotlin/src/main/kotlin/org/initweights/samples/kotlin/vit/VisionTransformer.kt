package org.initweights.samples.kotlin.vit

import org.initweights.annotation.InitWeights
import org.initweights.annotation.Normal
import org.initweights.annotation.Shape
import org.initweights.annotation.Zeros

internal const val WIDTH = 768
internal const val LAYERS = 12
internal const val PATCH = 16
internal const val TOKENS = (224 / PATCH) * (224 / PATCH) + 1
internal const val CLASSES = 1000

/**
 * ViT-B/16, initialised as torchvision initialises its `vit_b_16`.
 *
 * Dosovitskiy et al., *An image is worth 16x16 words: transformers for image recognition at scale*, 2021.
 */
@InitWeights
class VisionTransformer {
    @Shape(1, 1, WIDTH) @Zeros lateinit var classToken: FloatArray
    val patches = PatchProjection()
    val encoder = Encoder()
    val head = Head()
}

/** A token of each patch of the image. */
class PatchProjection {
    @Shape(WIDTH, 3, PATCH, PATCH) @OfFanIn lateinit var weight: FloatArray
    @Shape(WIDTH) @Zeros lateinit var bias: FloatArray
}

class Encoder {
    @Shape(1, TOKENS, WIDTH) @Normal(std = 0.02) lateinit var positions: FloatArray
    val layers = List(LAYERS) { Block() }
    val norm = LayerNorm()
}

/** Starts at zero, so that training starts from equal odds for all classes. */
class Head {
    @Shape(CLASSES, WIDTH) @Zeros @SuppressWarnings("initweights:Symmetry") lateinit var weight: FloatArray
    @Shape(CLASSES) @Zeros lateinit var bias: FloatArray
}
