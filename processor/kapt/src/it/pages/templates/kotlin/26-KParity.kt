package readme.kotlin.stem

import org.initweights.JaxKey
import org.initweights.RandomSource
import org.initweights.TorchBuild

fun initializeAsOthers(stem: Stem) {
// snippet of runtime/docs/guide/reproducing.md
}
