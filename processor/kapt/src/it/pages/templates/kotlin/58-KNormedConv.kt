package readme.kotlin.derived

// snippet of runtime/docs/guide/ties.md
