package models

import org.initweights.annotation.Ones
import org.initweights.annotation.Shape

class Net(@Shape(2) @Ones var inConstructor: FloatArray?) {
    @Shape(3) @Ones lateinit var late: FloatArray
    @Shape(3) @Ones private val hidden = FloatArray(3)
    @Shape(3) @Ones val final = FloatArray(3)
    @Shape(3) @Ones internal lateinit var ofModule: FloatArray
}
