package readme.kotlin.stem

import org.initweights.Parameters

fun use(): Parameters {
// snippet of README.md
    return parameters
}
