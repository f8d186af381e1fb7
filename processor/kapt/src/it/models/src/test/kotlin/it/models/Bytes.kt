package it.models

import java.nio.file.Files
import java.nio.file.Path
import org.initweights.Parameters

/** A model as a file: names, shapes, types and every bit. */
fun bytes(parameters: Parameters, folder: Path): List<Byte> {
    val file = Files.createTempFile(folder, "model", ".safetensors")
    parameters.save(file)
    return Files.readAllBytes(file).toList()
}
