package org.initweights.dsl

import kotlin.reflect.KClass
import org.initweights.Initializer
import org.initweights.Parameter
import org.initweights.ParameterRules
import org.initweights.Parameters
import org.initweights.RandomSource
import org.initweights.RuledParameters
import org.initweights.Selection

/**
 * Where rules say which parameters start how. Of the rules that match a parameter the narrowest wins, see
 * [ParameterRules].
 *
 * A rule of a higher `priority` wins over those of a lower one, however narrow they are. A rule that is `optional` may
 * match nothing, or be without effect since other rules match all that it does.
 *
 * Rules are given by one thread, inside the block that asks for them.
 */
@InitWeightsDsl
public class RulesScope internal constructor(private val rules: ParameterRules) {

    /** The parameters whose name matches [pattern]: `bias`, `head.**`, `layers.*.weight`. */
    public fun named(
        pattern: String,
        priority: Int = 0,
        optional: Boolean = false,
        initializer: InitializerScope.() -> Initializer,
    ) {
        matching(Selection.named(pattern), priority, optional, initializer)
    }

    /** The parameters with [rank] dimensions. */
    public fun ofRank(
        rank: Int,
        priority: Int = 0,
        optional: Boolean = false,
        initializer: InitializerScope.() -> Initializer,
    ) {
        matching(Selection.all().ofRank(rank), priority, optional, initializer)
    }

    /** The parameters that models of the class [type] declare, or of one that extends or implements it. */
    public fun ofType(
        type: KClass<*>,
        priority: Int = 0,
        optional: Boolean = false,
        initializer: InitializerScope.() -> Initializer,
    ) {
        matching(Selection.all().ofType(type.java), priority, optional, initializer)
    }

    /** The parameters that models of the class [T] declare: `ofType<Linear> { xavierNormal() }`. */
    public inline fun <reified T : Any> ofType(
        priority: Int = 0,
        optional: Boolean = false,
        noinline initializer: InitializerScope.() -> Initializer,
    ) {
        ofType(T::class, priority, optional, initializer)
    }

    /** The parameters for which [condition] holds. */
    public fun where(
        condition: (Parameter) -> Boolean,
        priority: Int = 0,
        optional: Boolean = false,
        initializer: InitializerScope.() -> Initializer,
    ) {
        matching(Selection.all().where(condition), priority, optional, initializer)
    }

    /** The parameters of a selection: `matching(Selection.named("head.**").ofRank(2)) { … }`. */
    public fun matching(
        selection: Selection,
        priority: Int = 0,
        optional: Boolean = false,
        initializer: InitializerScope.() -> Initializer,
    ) {
        rules.matching(selection, initializerOf(initializer)).priority(priority)
        if (optional) rules.optional()
    }

    /** All parameters that no narrower rule is for. */
    public fun all(priority: Int = 0, optional: Boolean = false, initializer: InitializerScope.() -> Initializer) {
        matching(Selection.all(), priority, optional, initializer)
    }
}

/**
 * Initialises these parameters by rules, from [seed]; those that no rule is for keep their values.
 *
 * ```
 * model.parameters.initialize(seed = 42) {
 *     named("**.bias") { zeros() }
 *     ofRank(4) { kaimingNormal(FAN_OUT, RELU) }
 *     where({ it.elements > 1_000_000 }, priority = 1) { normal(std = 0.02) }
 * }
 * ```
 *
 * @return which rule won for which parameter, and which parameters no rule is for
 * @throws IllegalArgumentException if a rule matches nothing or never wins, or it cannot be said which of two rules
 *   wins for a parameter
 */
public fun Parameters.initialize(seed: Long, rules: RulesScope.() -> Unit): RuledParameters =
    initialize(RandomSource.seeded(seed), rules)

/** Initialises these parameters by rules, from [random]; those that no rule is for keep their values. */
public fun Parameters.initialize(random: RandomSource, rules: RulesScope.() -> Unit): RuledParameters =
    withRules { RulesScope(it).rules() }.initialize(random)
