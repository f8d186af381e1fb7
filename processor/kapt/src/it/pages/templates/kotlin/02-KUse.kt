package readme.kotlin.stem

// snippet of README.md
