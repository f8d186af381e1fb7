package org.initweights;

import org.jspecify.annotations.Nullable;

/**
 * An initialisation that is not possible: an argument is out of range, or a rule does not fit a shape.
 *
 * <p>The annotation processor reports the same exception as a compile error, at the argument at fault. Its message reads
 * {@code dirac(groups = 3) needs the out channels to divide evenly, but [16, 4, 3, 3] has 16; use groups = 1, 2, 4, 8 or
 * 16 [DiracGroups]}. If it is of a parameter that has a name, it begins with that: {@code blocks.3.conv: dirac(groups = 3) needs …}.
 */
@SuppressWarnings("exports") // JSpecify is there for tools, not for our users' modules to require.
public final class InitializationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String parameter;
    private final String id;
    private final String subject;
    private final @Nullable String argument;
    private final String problem;

    /**
     * @param id a stable name of this kind of mistake, such as {@code DiracGroups}
     * @param subject what is at fault, as the user would write it, such as {@code dirac(groups = 3)}
     * @param argument the name of the argument at fault, or null if it is not one alone
     * @param problem what is wrong with it and how to mend it, as the rest of a sentence that begins with the subject
     */
    public InitializationException(String id, String subject, @Nullable String argument, String problem) {
        this(null, id, subject, argument, problem);
    }

    private InitializationException(
            @Nullable String parameter, String id, String subject, @Nullable String argument, String problem) {
        super((parameter == null ? "" : parameter + ": ") + subject + " " + problem + " [" + id + "]");
        this.parameter = parameter;
        this.id = id;
        this.subject = subject;
        this.argument = argument;
        this.problem = problem;
    }

    /**
     * The same refusal, of a parameter. One that is of this parameter already stays as it is.
     *
     * @param name the parameter's name, such as {@code blocks.3.attn.weight}
     */
    public InitializationException ofParameter(String name) {
        if (name.equals(parameter)) {
            return this;
        }
        InitializationException named = new InitializationException(
                name, id, parameter == null ? subject : parameter + ": " + subject, argument, problem);
        named.initCause(getCause() == null ? this : getCause());
        return named;
    }

    /** The name of the parameter that is refused, or null if it has none, or it is not known. */
    public @Nullable String parameter() {
        return parameter;
    }

    /** A stable name of this kind of mistake. */
    public String id() {
        return id;
    }

    /** What is at fault, as the user would write it in code. */
    public String subject() {
        return subject;
    }

    /** The name of the argument at fault, or null if it is not one alone. */
    public @Nullable String argument() {
        return argument;
    }

    /** What is wrong with the subject and how to mend it: the rest of the sentence. */
    public String problem() {
        return problem;
    }
}
