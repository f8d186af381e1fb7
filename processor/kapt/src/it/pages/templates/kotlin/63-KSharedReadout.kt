package readme.widths.kotlin

// snippet of runtime/docs/guide/widths.md
