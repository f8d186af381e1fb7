package org.initweights.dsl

import org.initweights.DType
import org.initweights.Fill
import org.initweights.Parameter
import org.initweights.Parameters
import org.initweights.RuledParameters
import org.initweights.TensorShape
import org.initweights.Weights

/** Its name in the model, joined with dots. */
public val Parameter.name: String
    get() = name()

/** Its shape, with the roles of its axes. */
public val Parameter.shape: TensorShape
    get() = shape()

/** How it starts. */
public val Parameter.fill: Fill
    get() = fill()

/** How many elements it has. */
public val Parameter.elements: Long
    get() = elements()

/** What its elements are stored as. */
public val Parameter.dtype: DType
    get() = dtype()

/** The name of the parameter that this one begins as a copy of. */
public val Parameter.copyOf: String?
    get() = copyOf().orElse(null)

/** The name of the parameter that this one starts from: what it is a copy of, or is computed of. */
public val Parameter.derivedFrom: String?
    get() = derivedFrom().orElse(null)

/** The parameters that training changes. */
public val Parameters.trainable: Parameters
    get() = trainable()

/** How many parameters there are. */
public val Parameters.size: Int
    get() = size()

/** How many elements all parameters have together. */
public val Parameters.elements: Long
    get() = elements()

/** The parameters that a rule is for. */
public val RuledParameters.matched: Parameters
    get() = matched()

/** The parameters that no rule is for. */
public val RuledParameters.untouched: Parameters
    get() = untouched()

/** The tensors as parameters. */
public val Weights.parameters: Parameters
    get() = parameters()

/** The sizes, outermost first. */
public val TensorShape.dims: LongArray
    get() = dims()

/** How many dimensions there are. */
public val TensorShape.rank: Int
    get() = rank()

/** How many elements there are. */
public val TensorShape.elements: Long
    get() = elements()

/** The expected mean of the elements. */
public val Fill.mean: Double
    get() = mean()

/** The expected standard deviation of the elements. */
public val Fill.std: Double
    get() = std()
