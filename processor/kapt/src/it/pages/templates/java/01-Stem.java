package readme.stem;

// snippet of README.md
