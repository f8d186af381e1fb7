package org.initweights.processor.report;

import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.internal.message.Spelling;

/**
 * What is allowed and probably not meant. Each can be switched off where it is meant,
 * {@code @SuppressWarnings("initweights:TruncationUnit")}, with all others, {@code "initweights"} or {@code "all"}, and everywhere, {@code -Ainitweights.lint.TruncationUnit=off}.
 */
public enum Lint {
    UNINITIALIZED(
            "Uninitialized",
            Severity.WARN,
            "a field that can hold weights or models with weights, and is neither initialised nor visited nor marked `@Skip`"),
    NULLABLE_ALLOCATED(
            "NullableAllocated",
            Severity.WARN,
            "`@Nullable` on a parameter whose field is not final, and so is allocated where it is null"),
    NULLABLE_SIZE("NullableSize", Severity.WARN, "a size that may be null, of a parameter that every model has"),
    UNUSED_MEMBER(
            "UnusedMember",
            Severity.WARN,
            "a member of an annotation of your own that no argument, formula or slice takes"),
    UNSAID_GROUPS(
            "UnsaidGroups",
            Severity.WARN,
            "an in axis that `dims` divides by a size, where no groups are said and the fans need them"),
    DIMENSION_CONFLICT(
            "DimensionConflict", Severity.ERROR, "a bias whose size is not the size of its weight's out axis"),
    LAYER_AXES("LayerAxes", Severity.WARN, "a layout that the named `Layer` does not have"),
    TRUNCATION_UNIT("TruncationUnit", Severity.WARN, "truncation bounds so far out that nothing is truncated"),
    TRUNCATION_TAIL("TruncationTail", Severity.WARN, "truncation bounds that cut nearly everything away"),
    UNUSED_SLOPE("UnusedSlope", Severity.WARN, "a slope `a` that the non-linearity does not use"),
    ACTIVATION_GAIN("ActivationGain", Severity.WARN, "a gain that does not fit the declared `@Activation`"),
    SATURATING_KAIMING("SaturatingKaiming", Severity.WARN, "Kaiming's rule before a non-linearity that saturates"),
    SYMMETRY("Symmetry", Severity.WARN, "a whole matrix of one value, whose units are alike"),
    LOW_RANK_ZERO("LowRankZero", Severity.WARN, "both factors of a low-rank pair zero, which then never learn"),
    EVEN_KERNEL("EvenKernel", Severity.WARN, "`@Dirac` on an even kernel, which has no centre"),
    OVERFLOW("Overflow", Severity.ERROR, "values too large for the storage type, and so infinite"),
    UNDERFLOW("Underflow", Severity.WARN, "values too small for the storage type"),
    ORTHOGONAL_COST("OrthogonalCost", Severity.WARN, "an orthogonal matrix that is very long or takes minutes"),
    BIASES_ADD("BiasesAdd", Severity.WARN, "two biases that add, both with the constant that one should have"),
    IDENTITY_ORDER(
            "IdentityOrder",
            Severity.WARN,
            "a set or map of sub-models whose order or names change from run to run, with identity hashes"),
    TIED_INITIALIZER(
            "TiedInitializer",
            Severity.WARN,
            "an initializer on a field that is tied to another, which says how both start"),
    NORMALIZATION_BIAS(
            "NormalizationBias",
            Severity.WARN,
            "the bias of a normalisation that names no weight, and so gets the rule of the weight"),
    RECURRENT_ROWS(
            "RecurrentRows",
            Severity.WARN,
            "a tensor of a recurrent layer whose rows are not the gates times the hidden size"),
    MUP_UNKNOWN(
            "MupUnknown",
            Severity.WARN,
            "a weight of a sub-model without a role of µP, whose sizes may grow with the width"),
    MUP_READOUT(
            "MupReadout",
            Severity.WARN,
            "a parameter that is tied to an embedding of µP, whose output nothing multiplies if it is the readout"),
    FORGET_GATE("ForgetGate", Severity.WARN, "`@ForgetGateBias` on a bias that has no four gates"),
    TRAINED_BUFFER(
            "TrainedBuffer",
            Severity.WARN,
            "values that are a buffer in PyTorch and never trained, without `@NonTrainable`"),
    SHARED_NUMBER(
            "SharedNumber",
            Severity.WARN,
            "a number of the model that two initializers take by its name, each as something else"),
    UNKNOWN_LINT("UnknownLint", Severity.WARN, "a `@SuppressWarnings` that names a lint that does not exist"),
    LOCAL_MODEL(
            "LocalModel",
            Severity.WARN,
            "annotated fields of a class that is declared inside a method or an expression, which no processor sees"),
    AUXILIARY_CLASS(
            "AuxiliaryClass",
            Severity.NOTE,
            "a model in a file of another name, which `-Xlint:auxiliaryclass` does not like generated code to name"),
    ZERO_SIZE("ZeroSize", Severity.WARN, "a parameter without elements"),
    SIGNAL("Signal", Severity.WARN, "a `@SignalPath` through which the signal vanishes or explodes");

    private static final String ALL = "initweights";
    private static final String SUPPRESSION = ALL + ":";
    static final String OPTION = "initweights.lint.";

    private final String id;
    private final Severity severity;
    private final String summary;

    Lint(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    /** The stable name, as it stands in brackets at the end of the message. */
    public String id() {
        return id;
    }

    /** Its severity if the user does not choose another. */
    public Severity severity() {
        return severity;
    }

    /** What it finds. */
    public String summary() {
        return summary;
    }

    /** The processor option that sets its severity. */
    public String option() {
        return OPTION + id;
    }

    /** Whether a word in {@code @SuppressWarnings} switches it off. */
    boolean isSuppressedBy(String word) {
        return word.equals(SUPPRESSION + id) || word.equals(ALL) || word.equals("all");
    }

    /** What is wrong with a word in {@code @SuppressWarnings} that is meant for us but names no lint. */
    public static Optional<String> mistake(String word) {
        if (!word.regionMatches(true, 0, SUPPRESSION, 0, SUPPRESSION.length())
                || Stream.of(values()).anyMatch(lint -> lint.isSuppressedBy(word))) {
            return Optional.empty();
        }
        String name = word.substring(SUPPRESSION.length()).strip();
        return Optional.of("@SuppressWarnings(\"" + word + "\"): there is no such lint; "
                + Spelling.closest(name, Stream.of(values()).map(Lint::id).toList())
                        .map(near -> "did you mean \"" + SUPPRESSION + near + "\"?")
                        .orElse("messages.md of the guide lists them, and \"" + ALL + "\" is all of them"));
    }
}
