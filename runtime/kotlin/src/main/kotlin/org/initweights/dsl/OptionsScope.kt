package org.initweights.dsl

import java.nio.file.Path
import org.initweights.Execution
import org.initweights.InitializeOptions
import org.initweights.Parameters
import org.initweights.Plan
import org.initweights.RandomSource
import org.initweights.io.SaveOptions

/**
 * How [Parameters.save] writes its files; the options of [SaveOptions].
 *
 * Options are set by one thread, inside the block that asks for them.
 */
@InitWeightsDsl
public open class SaveScope internal constructor() {

    /** How many bytes of data a file may have, `5.GB` for Hugging Face's limit; null for one file. */
    public var shards: Long? = null

    private val metadata = LinkedHashMap<String, String>()

    /** An entry for the metadata of the files. */
    public fun metadata(key: String, text: String) {
        metadata[key] = text
    }

    internal fun files(source: RandomSource?): SaveOptions {
        val sourced = source?.let(SaveOptions.defaults()::withSource) ?: SaveOptions.defaults()
        val described = metadata.entries.fold(sourced) { options, (key, text) -> options.withMetadata(key, text) }
        return shards?.let(described::withShardsOf) ?: described
    }
}

/**
 * How a [Plan] is initialised into files; the options of [InitializeOptions].
 *
 * Options are set by one thread, inside the block that asks for them.
 */
@InitWeightsDsl
public class InitializeScope internal constructor() : SaveScope() {

    /** How many bytes may be on their way to the files, of all threads together, such as `256.MiB`; null for 64 MB. */
    public var memory: Long? = null

    /** The threads, and who is told of progress. */
    public var execution: Execution? = null

    /** Whether what an interrupted run left is thrown away first. */
    public var startOver: Boolean = false

    internal fun options(source: RandomSource?): InitializeOptions {
        val files = InitializeOptions.defaults().withFiles(files(source))
        val limited = memory?.let(files::withMemory) ?: files
        val threaded = execution?.let(limited::withExecution) ?: limited
        return if (startOver) threaded.startOver() else threaded
    }
}

/**
 * Initialises a plan into files, from [seed], which goes into their metadata.
 *
 * ```
 * plan.initialize(Path.of("model.safetensors"), seed = 42) { memory = 256.MiB; shards = 5.GB }
 * ```
 */
public fun Plan.initialize(path: Path, seed: Long, options: InitializeScope.() -> Unit = {}) {
    val random = RandomSource.seeded(seed)
    val scope = InitializeScope().apply { metadata("seed", seed.toString()) }.apply(options)
    initialize(path, random, scope.options(random))
}

/** Initialises a plan into files, from [random]. */
public fun Plan.initialize(path: Path, random: RandomSource, options: InitializeScope.() -> Unit) {
    initialize(path, random, InitializeScope().apply(options).options(null))
}

/**
 * Saves parameters.
 *
 * ```
 * parameters.save(Path.of("model.safetensors")) { shards = 5.GB; metadata("run", "7") }
 * ```
 */
public fun Parameters.save(path: Path, options: SaveScope.() -> Unit) {
    save(path, SaveScope().apply(options).files(null))
}
