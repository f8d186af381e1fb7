package readme.kotlin.stem

import org.initweights.JaxKey
import org.initweights.RandomSource
import org.initweights.TorchBuild

fun initializeAsOthers(stem: Stem) {
// README
}
