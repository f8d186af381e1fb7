package readme.kotlin.own

// snippet of runtime/docs/guide/own-values.md
