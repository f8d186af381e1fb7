package org.initweights.internal.files.plan;

/**
 * The names of what plans hold, for those who write them and those who read them. Plans of parameters are written by {@link PlanJson};
 * plans of models, which may have sizes that are not known yet, by the annotation processor, and read by {@link ModelPlan}.
 */
public final class PlanKeys {

    /** The version of a plan of parameters, which tells this format from others. */
    public static final String PLAN_VERSION = "initweightsPlan";

    /** The parameters of a plan of parameters. */
    static final String PARAMETERS = "parameters";

    /** The version of a plan of a model: {@link #CURRENT_MODEL_VERSION}. */
    public static final String MODEL_VERSION = "initweightsModel";

    /** The version that is written; plans that do not say one have the first. */
    public static final long CURRENT_MODEL_VERSION = 1;

    /** The canonical name of a model: of the plan's own, or of a member's. */
    public static final String MODEL = "model";

    /** The canonical name of the model that a model's class extends. */
    public static final String EXTENDS = "extends";

    /** The canonical names of the models that a member of this type may be. */
    public static final String IMPLEMENTED_BY = "implementedBy";

    /** The parameters and sub-models of a model, in the order of their declaration. */
    public static final String MEMBERS = "members";

    /** The rules of a model. */
    public static final String RULES = "rules";

    /** What a rule of a model gives to the parameters that it wins. */
    public static final String USE = "use";

    /** The names of the parameters for which a rule of a model is the narrowest. */
    public static final String WINS = "wins";

    /** Whether a member may be null. */
    public static final String OPTIONAL = "optional";

    /** The condition under which a member is there. */
    public static final String ONLY_IF = "onlyIf";

    /** The name of a member. */
    public static final String NAME = "name";

    /** The sizes of a shape. */
    public static final String SHAPE = "shape";

    static final String LAYOUT = "layout";
    static final String GROUPS = "groups";
    static final String PACKED = "packed";
    static final String STACKED = "stacked";
    static final String IN_AXES = "inAxes";
    static final String OUT_AXES = "outAxes";
    static final String BATCH_AXES = "batchAxes";

    /** The type of a parameter's elements. */
    public static final String DTYPE = "dtype";

    /** Whether training changes a parameter, or what a sub-model has: {@code false}, or left out. */
    public static final String TRAINABLE = "trainable";

    /** The other names of a parameter. */
    static final String OTHER_NAMES = "otherNames";

    /** The name of the parameter that one begins as a copy of. */
    static final String COPY_OF = "copyOf";

    /** The ties of a model. */
    public static final String TIES = "ties";

    /** The copies of a model. */
    public static final String COPIES = "copies";

    /** Of a tie or a copy, what is tied or copied to. */
    public static final String PARAM = "param";

    /** Of a tie, what the other is tied to. */
    public static final String TO = "to";

    /** Of a copy, what it is a copy of. */
    public static final String FROM = "from";

    /** What a parameter will hold. */
    public static final String FILL = "fill";

    /** The rule that gives it, where the fill is not known or does not say all; and of a rule of a model, how it is written. */
    public static final String RULE = "rule";

    /** The kind of a fill or rule. */
    static final String TYPE = "type";

    /** Of a rule for a bias, the shape of the weight. */
    public static final String WEIGHT = "weight";

    // For reviews; no reader needs what follows.

    /** The initializer of a parameter or slice, as the user wrote it. */
    public static final String INITIALIZER = "initializer";

    /** The slices of a parameter. */
    public static final String SLICES = "slices";

    /** The rows of a slice, or its places on another axis, as the user wrote them. */
    public static final String ROWS = "rows";

    /** How many elements a parameter has. */
    public static final String ELEMENTS = "elements";

    /** What the learning rate of the base model is multiplied by, by the names of optimizers, where that is not 1 for all of them. */
    public static final String LEARNING_RATE_SCALE = "learningRateScale";

    /** What the forward pass multiplies by, what a parameter gives, where that is not 1. */
    public static final String OUTPUT_MULTIPLIER = "outputMultiplier";

    /** What the forward pass multiplies by, what the residual branch of a parameter gives, where that is not 1. */
    public static final String BRANCH_MULTIPLIER = "branchMultiplier";

    /** The expected mean of a parameter's elements. */
    public static final String MEAN = "mean";

    /** Their expected standard deviation. */
    public static final String STD = "std";

    /** Their lower bound. */
    public static final String LOWER = "lower";

    /** Their upper bound. */
    public static final String UPPER = "upper";

    private PlanKeys() {}
}
