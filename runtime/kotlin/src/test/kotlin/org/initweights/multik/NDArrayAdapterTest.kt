package org.initweights.multik

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.initweights.FanMode
import org.initweights.Initializer
import org.initweights.Initializers
import org.initweights.Layer
import org.initweights.Nonlinearity
import org.initweights.Parameters
import org.initweights.RandomSource
import org.initweights.TensorAdapter
import org.initweights.TensorShape
import org.initweights.TensorsBuilder
import org.initweights.TorchVersion
import org.initweights.dsl.tensors
import org.initweights.io.LoadMode
import org.jetbrains.kotlinx.multik.ndarray.data.D1
import org.jetbrains.kotlinx.multik.ndarray.data.D2
import org.jetbrains.kotlinx.multik.ndarray.data.D3
import org.jetbrains.kotlinx.multik.ndarray.data.D4
import org.jetbrains.kotlinx.multik.ndarray.data.DN
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewDoubleArray
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewFloatArray
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewIntArray
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray
import org.jetbrains.kotlinx.multik.ndarray.data.get
import org.jetbrains.kotlinx.multik.ndarray.data.slice
import org.jetbrains.kotlinx.multik.ndarray.operations.toList
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Elements are read back by Multik itself, and compared with what the same initializer writes into an array. */
class NDArrayAdapterTest {

    private fun floats(vararg sizes: Int): NDArray<Float, DN> =
        NDArray(MemoryViewFloatArray(FloatArray(sizes.fold(1, Int::times))), shape = sizes, dim = DN(sizes.size))

    private fun matrix(rows: Int, columns: Int): NDArray<Float, D2> =
        NDArray<Float, D2>(
            MemoryViewFloatArray(FloatArray(rows * columns)),
            shape = intArrayOf(rows, columns),
            dim = D2,
        )

    private fun <T : Number, D : Dimension> initialize(array: NDArray<T, D>, rule: Initializer, random: RandomSource) {
        tensors { tensor("w", array) { rule } }.initialize(random)
    }

    private fun expected(rule: Initializer, random: RandomSource, vararg sizes: Long): FloatArray {
        val shape = TensorShape.of(*sizes)
        return FloatArray(shape.elements().toInt()).also { array ->
            Parameters.of { p: TensorsBuilder -> p.tensor("w", array, rule, *sizes) }.initialize(random)
        }
    }

    @Test
    fun `every initializer writes what it writes into an array`() {
        val drawn = mutableSetOf<String>()
        for (method in Initializers::class.java.methods.filter { it.returnType == Initializer::class.java }) {
            val rule = make(method) ?: continue
            for (sizes in listOf(longArrayOf(8, 8, 3, 3), longArrayOf(12, 8), longArrayOf(7))) {
                for (random in listOf({ RandomSource.seeded(3) }, { RandomSource.torch(3) })) {
                    val array = floats(*IntArray(sizes.size) { sizes[it].toInt() })
                    val twin =
                        try {
                            expected(rule, random(), *sizes)
                        } catch (@Suppress("SwallowedException") notOfThisShape: RuntimeException) {
                            continue
                        }
                    initialize(array, rule, random())
                    assertThat(array.toList()).describedAs("%s %s", method, sizes.toList()).isEqualTo(twin.toList())
                    drawn += method.name
                }
            }
        }
        assertThat(drawn)
            .contains("kaimingNormal", "orthogonal", "dirac", "truncNormal", "sparse", "torchDefault", "eye", "normal")
            .hasSizeGreaterThan(20)
    }

    /** With arguments that most initializers take; `null` if this one does not. */
    private fun make(method: Method): Initializer? {
        val arguments =
            method.parameterTypes.mapIndexed { i, type ->
                when (type) {
                    Double::class.java -> 0.25 + 0.5 * i
                    Int::class.java -> 2
                    FanMode::class.java -> FanMode.FAN_OUT
                    Nonlinearity::class.java -> Nonlinearity.RELU
                    Layer::class.java -> Layer.LINEAR
                    TorchVersion::class.java -> TorchVersion.values().last()
                    TensorShape::class.java -> TensorShape.of(7, 5)
                    else -> return null
                }
            }
        return try {
            method.invoke(null, *arguments.toTypedArray()) as Initializer
        } catch (@Suppress("SwallowedException") refused: InvocationTargetException) {
            null
        }
    }

    @Test
    fun `a slice is written, and nothing beside it`() {
        val whole = matrix(9, 11)
        val rule = Initializers.normal(3.0, 0.1)
        val part = whole.slice<Float, D2, D2>(2..5, axis = 0).slice<Float, D2, D2>(3..9, axis = 1)
        assertThat(part.consistent).isFalse()
        initialize(part, rule, RandomSource.seeded(5))
        val rows = part.shape[0]
        val columns = part.shape[1]
        val twin = expected(rule, RandomSource.seeded(5), rows.toLong(), columns.toLong())
        for (i in 0 until rows) for (j in 0 until columns) assertThat(part[i, j]).isEqualTo(twin[i * columns + j])
        assertThat(whole.data.getFloatArray().count { it != 0f }).isEqualTo(rows * columns)
        assertThat(whole[2, 3]).isEqualTo(twin[0])
        assertThat(whole[1, 3]).isZero()
    }

    @Test
    fun `a transposed array is written by its own indices, from either source`() {
        for (random in listOf({ RandomSource.seeded(5) }, { RandomSource.sequence(5) })) {
            val whole = floats(4, 5, 6)
            val turned = whole.transpose(2, 0, 1)
            initialize(turned, Initializers.normal(), random())
            val twin = expected(Initializers.normal(), random(), 6, 4, 5)
            assertThat(turned.toList()).isEqualTo(twin.toList())
            assertThat(whole[intArrayOf(3, 2, 1)]).isEqualTo(twin[1 * 20 + 3 * 5 + 2])
        }
    }

    @Test
    fun `PyTorch's order follows the strides`() {
        val turned = matrix(40, 30).transpose()
        initialize(turned, Initializers.uniform(), RandomSource.torch(7))
        // What PyTorch draws for a tensor without gaps lies in memory as it is drawn, whatever its axes are.
        assertThat(turned.data.getFloatArray())
            .containsExactly(*expected(Initializers.uniform(), RandomSource.torch(7), 30, 40))
        assertThat(turned[0, 1]).isEqualTo(turned.data.getFloatArray()[30])
    }

    @Test
    fun `doubles are drawn as doubles`() {
        val array =
            NDArray<Double, D2>(MemoryViewDoubleArray(DoubleArray(40)), shape = intArrayOf(5, 8), dim = D2).transpose()
        initialize(array, Initializers.normal(), RandomSource.seeded(7))
        val twin = DoubleArray(40)
        Initializers.normal().fill("w", twin, TensorShape.of(8, 5), RandomSource.seeded(7))
        assertThat(array.toList()).isEqualTo(twin.toList())
        assertThat(array.toList()).anyMatch { it != it.toFloat().toDouble() }
    }

    @Test
    fun `views are saved and loaded in row-major order`(@TempDir folder: Path) {
        val file = folder.resolve("w.safetensors")
        val turned = matrix(6, 4).transpose()
        val doubles = NDArray<Double, D1>(MemoryViewDoubleArray(DoubleArray(3)), shape = intArrayOf(3), dim = D1)
        val saved = tensors {
            tensor("a", turned) { normal() }
            tensor("b", doubles) { normal() }
        }
        saved.initialize(1)
        saved.save(file)
        val floats = FloatArray(24)
        val row = DoubleArray(3)
        tensors {
                tensor("a", floats, 4, 6) { zeros() }
                tensor("b", row, 3) { zeros() }
            }
            .load(file, LoadMode.STRICT)
        assertThat(turned.toList()).isEqualTo(floats.toList()).doesNotContain(0f)
        assertThat(doubles.toList()).isEqualTo(row.toList())
        val whole = matrix(8, 8)
        val part = whole.slice<Float, D2, D2>(1..4, axis = 0).slice<Float, D2, D2>(2..7, axis = 1)
        val again = NDArray<Double, D1>(MemoryViewDoubleArray(DoubleArray(3)), shape = intArrayOf(3), dim = D1)
        tensors {
                tensor("a", part)
                tensor("b", again)
            }
            .load(file, LoadMode.STRICT)
        assertThat(part.toList()).isEqualTo(floats.toList())
        assertThat(again).isEqualTo(doubles)
        assertThat(whole.data.getFloatArray().count { it != 0f }).isEqualTo(24)
    }

    @Test
    fun `arrays that cannot be written are refused, with the cure`() {
        val integers = NDArray<Int, D2>(MemoryViewIntArray(IntArray(6)), shape = intArrayOf(2, 3), dim = D2)
        assertThatThrownBy { tensors { tensor("ids", integers) { ones() } } }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageStartingWith("ids [2, 3]: ")
            .hasMessageContaining(
                "is of Int, and weights are Float or Double; give array.asType<Float>(), or leave it out"
            )
        val repeated =
            NDArray<Float, D2>(
                MemoryViewFloatArray(FloatArray(3)),
                shape = intArrayOf(2, 3),
                strides = intArrayOf(0, 1),
                dim = D2,
            )
        assertThatThrownBy { tensors { tensor("w", repeated) { ones() } } }
            .hasMessageContaining("repeats the same memory along axis 0")
            .hasMessageContaining("array.deepCopy()")
        assertThatThrownBy { tensors { tensor("w", matrix(2, 3), FloatD2Adapter(), 3, 2) { ones() } } }
            .hasMessageContaining("has the sizes [2, 3], and the parameter [3, 2]; give array.transpose()")
        val flat = floats(6)
        tensors { tensor("w", flat, FloatDNAdapter(), 3, 2) { ones() } }.initialize(1)
        assertThat(flat.toList()).containsOnly(1f)
    }

    @Test
    fun `new arrays are zeros of the field's type`() {
        assertThat(FloatD1Adapter().allocate(TensorShape.of(3)))
            .isEqualTo(NDArray<Float, D1>(MemoryViewFloatArray(FloatArray(3)), shape = intArrayOf(3), dim = D1))
        assertThat(FloatD3Adapter().allocate(TensorShape.of(2, 3, 4)).dim).isSameAs(D3)
        assertThat(DoubleD4Adapter().allocate(TensorShape.of(2, 3, 4, 5)).dim).isSameAs(D4)
        assertThat(DoubleDNAdapter().allocate(TensorShape.of(2, 3, 4, 5, 6)).dim.d).isEqualTo(5)
        assertThatThrownBy { FloatD2Adapter().allocate(TensorShape.of(2, 3, 4)) }
            .hasMessage(
                "the shape [2, 3, 4] has 3 axes, and NDArray<Float, D2> has 2; declare it as NDArray<Float, D3>"
            )
        assertThatThrownBy { FloatD1Adapter().allocate(TensorShape.of()) }.hasMessageContaining("@Shape(1)")
        assertThatThrownBy { DoubleD2Adapter().allocate(TensorShape.of(1L shl 20, 1L shl 20)) }
            .hasMessageContaining("up to 2147483647 elements")
    }

    @Test
    fun `the processor is told of all adapters`() {
        val named =
            javaClass
                .getResource("/org/initweights/adapters/org/jetbrains/kotlinx/multik/ndarray/data/NDArray")!!
                .readText()
                .lines()
                .filter { it.isNotEmpty() }
        val tensors =
            named.map { name ->
                val adapter = Class.forName(name).getConstructor().newInstance() as TensorAdapter<*>
                val generic = adapter.javaClass.genericSuperclass.typeName
                generic.substringAfter('<').replace(Regex("[\\w.]+\\."), "")
            }
        val expected = listOf("Float", "Double").flatMap { t -> listOf("1", "2", "3", "4", "N").map { "$t, D$it>" } }
        assertThat(tensors).containsExactlyElementsOf(expected)
    }
}
