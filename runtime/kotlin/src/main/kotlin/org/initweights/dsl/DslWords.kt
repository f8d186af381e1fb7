package org.initweights.dsl

import org.initweights.InitializationException

/** What the library says of its methods, in the words of those who write the DSL. */
internal object DslWords {

    private val PLACES = Regex("""(\d+) : (\d+)(?: : (\d+))?""")

    private val METHODS = mapOf("withRows" to "rows", "withSlice" to "slice")

    /** The same mistake: `rows has rows 4..9, but …` for what `withRows` says of `4 : 10`. */
    fun of(mistake: InitializationException): InitializationException {
        val method = METHODS[mistake.subject()] ?: return mistake
        return InitializationException(
            mistake.id(),
            method,
            mistake.argument(),
            PLACES.replace(mistake.problem()) { found ->
                val (from, to, step) = found.destructured
                "$from..<$to" + if (step.isEmpty()) "" else " step $step"
            },
        )
    }
}
