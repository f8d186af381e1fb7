package org.initweights.dsl

import org.initweights.InitializationException

/** What the library says of its methods, in the words of those who write the DSL. */
internal object DslWords {

    private val ROWS = Regex("""(\d+) : (\d+)""")

    /** The same mistake: `rows has rows 4..9, but …` for what `withRows` says of `4 : 10`. */
    fun of(mistake: InitializationException): InitializationException =
        if (mistake.subject() != "withRows") mistake
        else
            InitializationException(
                mistake.id(),
                "rows",
                mistake.argument(),
                ROWS.replace(mistake.problem()) { found ->
                    val (from, to) = found.destructured
                    "$from..<$to"
                },
            )
}
