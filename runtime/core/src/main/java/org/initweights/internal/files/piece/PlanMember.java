package org.initweights.internal.files.piece;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.internal.derive.Deriving;
import org.initweights.internal.piece.DrawOrder;
import org.initweights.internal.piece.Placed;

/** A parameter of a plan, which knows the others: a source that goes by order draws it after those before it. */
public final class PlanMember implements Placed, Deriving {

    private final Parameter planned;
    private final DrawOrder order;

    private PlanMember(Parameter planned, DrawOrder order) {
        this.planned = planned;
        this.order = order;
    }

    /** Planned parameters, as those of one plan. */
    public static List<Parameter> together(List<? extends Parameter> planned) {
        DrawOrder order = new DrawOrder(List.copyOf(planned));
        List<Parameter> members = new ArrayList<>();
        planned.forEach(parameter -> members.add(new PlanMember(parameter, order)));
        return members;
    }

    /** The order of the members of a plan. */
    public static DrawOrder orderOf(List<Parameter> members) {
        return members.isEmpty() ? new DrawOrder(List.of()) : DrawOrder.of(members.get(0));
    }

    @Override
    public DrawOrder order() {
        return order;
    }

    @Override
    public String name() {
        return planned.name();
    }

    @Override
    public List<String> names() {
        return planned.names();
    }

    @Override
    public boolean isTrainable() {
        return planned.isTrainable();
    }

    @Override
    public Optional<String> copyOf() {
        return planned.copyOf();
    }

    @Override
    public Optional<String> derivedFrom() {
        return planned.derivedFrom();
    }

    @Override
    public Optional<Parameter> source() {
        return planned instanceof Deriving deriving ? deriving.source() : Optional.empty();
    }

    /** A copy that starts otherwise than in this plan is not one of this plan any more. */
    @Override
    public Parameter following(Parameter source) {
        Parameter followed = planned instanceof Deriving deriving ? deriving.following(source) : planned;
        return followed == planned ? this : followed;
    }

    @Override
    public Optional<Class<?>> model() {
        return planned.model();
    }

    @Override
    public TensorShape shape() {
        return planned.shape();
    }

    @Override
    public boolean hasInitializer() {
        return planned.hasInitializer();
    }

    @Override
    public Initializer initializer() {
        return planned.initializer();
    }

    @Override
    public Fill fill() {
        return planned.fill();
    }

    @Override
    public double learningRateScale(Optimizer optimizer) {
        return planned.learningRateScale(optimizer);
    }

    @Override
    public double outputMultiplier() {
        return planned.outputMultiplier();
    }

    @Override
    public double branchMultiplier() {
        return planned.branchMultiplier();
    }

    @Override
    public long elements() {
        return planned.elements();
    }

    /** A planned parameter, which is not one of this plan any more. */
    @Override
    public Parameter with(Initializer initializer) {
        return planned.with(initializer);
    }

    @Override
    public double get(long index) {
        return planned.get(index);
    }

    @Override
    public DType dtype() {
        return planned.dtype();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        planned.encode(from, count, target);
    }

    @Override
    public boolean isConcurrent() {
        return planned.isConcurrent();
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        planned.decode(from, count, source);
    }

    @Override
    public void checkReady() {
        planned.checkReady();
    }

    @Override
    public void initialize(RandomSource random) {
        planned.initialize(random);
    }

    /** Whether the other says the same of its parameter, in whatever plan. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PlanMember member && planned.equals(member.planned);
    }

    @Override
    public int hashCode() {
        return planned.hashCode();
    }

    @Override
    public String toString() {
        return planned.toString();
    }
}
