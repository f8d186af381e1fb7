package readme.kotlin.stem

import org.initweights.Parameters

fun use(): Parameters {
// README
    return parameters
}
