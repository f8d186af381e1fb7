package org.initweights.samples.kotlin

import org.initweights.dsl.parameters
import org.initweights.io.Safetensors
import org.initweights.report.ParameterTable
import org.initweights.samples.kotlin.mamba.Mamba
import org.initweights.samples.kotlin.vit.VisionTransformer
import org.initweights.samples.kotlin.vit.initWeights
import org.initweights.samples.kotlin.vit.parameters
import org.initweights.samples.showcase.Showcase

/**
 * Initialises both models, prints their parameters and writes `vit.safetensors`, 346 MB, and `mamba.safetensors`, 517
 * MB. The only argument, which may be left out, is the directory to write to.
 */
fun main(vararg arguments: String) {
    val directory = Showcase.directory(*arguments)
    Showcase.run("vit", VisionTransformer(), { model, seed -> model.initWeights(seed) }, { it.parameters }, directory)

    val mamba = Mamba().weights(seed = 42)
    println(ParameterTable.of(mamba.parameters))
    val file = directory.resolve("mamba.safetensors")
    Safetensors.write(mamba.parameters, file)
    println("Written to $file")
}
