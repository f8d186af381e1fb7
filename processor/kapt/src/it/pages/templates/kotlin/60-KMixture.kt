package readme.kotlin.dsl

// snippet of runtime/docs/guide/kotlin.md
