package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.initweights.ShardingRules.Given;
import org.initweights.internal.piece.Block;
import org.initweights.internal.select.RuleOrder;
import org.initweights.internal.select.RuleTally;
import org.initweights.internal.select.Subject;
import org.initweights.io.SaveOptions;

/**
 * What each rank of a distributed model holds of a plan. Tensor-parallel ranks split a parameter along the axis that a rule says. Of what
 * that leaves, each data-parallel rank has rows, as PyTorch's {@code fully_shard} distributes them: of n rows on axis 0 and d ranks the
 * first have ⌈n / d⌉ each, the one after them what is left, and others none. With one data-parallel rank nothing is split so, as in a model
 * whose data-parallel ranks are copies; and a scalar is whole everywhere.
 *
 * <pre>{@code
 * RankLayout ranks = plan.ranks(2, 4, rules -> rules.split("**.q_proj.weight", 0).replicated("**"));
 * RankShard mine = ranks.rank(dataRank, tensorRank);
 * mine.write(channel, RandomSource.seeded(42));
 * }</pre>
 *
 * <p>The elements are those of the whole: the files of all ranks put together are what {@link Plan#initialize} writes.
 *
 * <p>Layouts are immutable, and threads may share them.
 */
public final class RankLayout {

    private final Plan plan;
    private final int dataParallel;
    private final int tensorParallel;
    private final List<Parameter> parameters;
    private final List<Given> rules;
    private final SaveOptions options;

    private RankLayout(
            Plan plan,
            int dataParallel,
            int tensorParallel,
            List<Parameter> parameters,
            List<Given> rules,
            SaveOptions options) {
        this.plan = plan;
        this.dataParallel = dataParallel;
        this.tensorParallel = tensorParallel;
        this.parameters = parameters;
        this.rules = rules;
        this.options = options;
    }

    static RankLayout of(Plan plan, int dataParallel, int tensorParallel, List<Given> given) {
        if (dataParallel < 1 || tensorParallel < 1) {
            throw new IllegalArgumentException("there cannot be " + dataParallel + " data-parallel and "
                    + tensorParallel + " tensor-parallel ranks; give at least 1 of each");
        }
        List<Parameter> parameters = plan.parameters().stream().toList();
        RuleTally tally = new RuleTally(
                RuleOrder.ofClasses(given.stream().map(Given::rule).toList()));
        List<Given> winners = new ArrayList<>();
        for (Parameter parameter : parameters) {
            List<Integer> matching = IntStream.range(0, given.size())
                    .filter(rule -> given.get(rule).selection().matches(parameter))
                    .boxed()
                    .toList();
            OptionalInt winner = tally.decide(matching, parameter.name(), new Subject(parameter.name(), ""), "");
            Given rule = given.get(
                    winner.orElseThrow(
                            () -> new IllegalArgumentException(
                                    "no rule says how "
                                            + parameter.name() + " " + parameter.shape()
                                            + " is laid out; add split or replicated for it, or replicated(\"**\") for all that have no narrower rule")));
            winners.add(rule);
            tensorBlock(parameter, rule, tensorParallel, 0);
        }
        tally.check("parameter", () -> parameters.stream().map(Parameter::name).toList(), "");
        return new RankLayout(plan, dataParallel, tensorParallel, parameters, winners, SaveOptions.defaults());
    }

    /** This layout, with this metadata in the files of its ranks. Each rank has one file, whatever the options say of shards. */
    public RankLayout withFiles(SaveOptions files) {
        return new RankLayout(
                plan, dataParallel, tensorParallel, parameters, rules, Objects.requireNonNull(files, "files"));
    }

    /** How many ranks the rows of each parameter are distributed over. */
    public int dataParallel() {
        return dataParallel;
    }

    /** How many ranks split parameters as the rules say. */
    public int tensorParallel() {
        return tensorParallel;
    }

    /**
     * What one rank holds.
     *
     * @param dataRank from 0
     * @param tensorRank from 0
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    public RankShard rank(int dataRank, int tensorRank) {
        Objects.checkIndex(dataRank, dataParallel);
        Objects.checkIndex(tensorRank, tensorParallel);
        List<ParameterSlice> slices = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Block block = tensorBlock(parameters.get(i), rules.get(i), tensorParallel, tensorRank);
            slices.add(new ParameterSlice(parameters.get(i), dataBlock(block, dataRank)));
        }
        return new RankShard(this, dataRank, tensorRank, slices, options);
    }

    /** All ranks: those of the first data-parallel rank first. */
    public List<RankShard> ranks() {
        return IntStream.range(0, dataParallel * tensorParallel)
                .mapToObj(rank -> rank(rank / tensorParallel, rank % tensorParallel))
                .toList();
    }

    private static Block tensorBlock(Parameter parameter, Given rule, int ranks, int rank) {
        TensorShape shape = parameter.shape();
        Block whole = Block.of(shape.dims());
        if (rule.axis().isEmpty()) {
            return whole;
        }
        int given = rule.axis().getAsInt();
        int axis = given < 0 ? given + shape.rank() : given;
        if (axis < 0 || axis >= shape.rank()) {
            throw new IllegalArgumentException(rule + ": " + parameter.name() + " " + shape + " has no axis " + given
                    + (shape.rank() == 0
                            ? ", since it is a scalar; make it replicated"
                            : "; its axes are 0 to " + (shape.rank() - 1)));
        }
        long size = shape.size(axis);
        long part = size / ranks + (size % ranks == 0 ? 0 : 1);
        if (size % ranks != 0 && !rule.padded()) {
            throw new IllegalArgumentException(rule + ": " + parameter.name() + " " + shape + " has " + size
                    + " on axis " + axis + ", which " + ranks + " ranks do not divide; pad it with zeros to "
                    + Math.multiplyExact(part, ranks) + " by .padded(), or split another axis");
        }
        return whole.paddedTo(axis, Math.multiplyExact(part, ranks)).slice(axis, part * rank, part * (rank + 1));
    }

    private Block dataBlock(Block block, int rank) {
        long[] dims = block.dims();
        if (dataParallel == 1 || dims.length == 0) {
            return block;
        }
        long part = dims[0] / dataParallel + (dims[0] % dataParallel == 0 ? 0 : 1);
        long from = Math.min(dims[0], part * rank);
        return block.slice(0, from, Math.min(dims[0], from + part));
    }

    Plan plan() {
        return plan;
    }

    /** {@code 2 data-parallel and 4 tensor-parallel ranks of 291 parameters}. */
    @Override
    public String toString() {
        return dataParallel + " data-parallel and " + tensorParallel + " tensor-parallel ranks of " + parameters.size()
                + " parameters";
    }
}
