package readme.kotlin.stem

import org.initweights.FanMode.FAN_OUT
import org.initweights.annotation.KaimingNormal
import org.initweights.annotation.Ones
import org.initweights.annotation.Shape
import org.initweights.annotation.Zeros

// README
