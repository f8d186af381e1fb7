package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.annotation.Skip;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.LookSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/**
 * Finds the fields of a model whose types do not tell whether a model is in them. Most hold none, a lock or a listener, so nothing is said of
 * them; generated code looks at what they hold.
 */
final class OpenFields {

    private final ModelFields fields;
    private final Types types;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final Findings findings;
    private final OpenTypes open;
    private final AccessReader accessReader;

    OpenFields(
            ModelFields fields,
            Elements elements,
            Types types,
            SourceTrees sources,
            AnnotationFinder annotations,
            Mentions mentions,
            Findings findings) {
        this.fields = fields;
        this.types = types;
        this.sources = sources;
        this.annotations = annotations;
        this.findings = findings;
        this.open = new OpenTypes(annotations, types);
        this.accessReader = new AccessReader(elements, types, new Reach(elements, fields.model()), mentions);
    }

    /**
     * The fields, in the order of their declaration.
     *
     * @param members the fields that are initialised or visited
     */
    List<LookSpec> read(List<Member> members) {
        return fields.all().stream()
                .filter(field -> SourceLanguage.of(fields.model()).isOfInstance(field))
                .filter(field -> members.stream()
                        .noneMatch(member -> field.getSimpleName().contentEquals(member.name())))
                .filter(field -> !isSpokenOf(field))
                .filter(field -> open.mayHoldModel(type(field)))
                .map(this::look)
                .toList();
    }

    private TypeMirror type(VariableElement field) {
        return fields.type(field, types);
    }

    /** Whether the user said what the field is, or was told what is wrong with it. */
    private boolean isSpokenOf(VariableElement field) {
        return annotations.find(field, Skip.class).isPresent()
                || annotations.isParameter(field)
                || sources.hasUnresolvedAnnotation(field)
                || findings.isOff(Lint.UNINITIALIZED, annotations.place(field))
                || findings.isAbout(annotations.place(field));
    }

    private LookSpec look(VariableElement field) {
        Optional<Access.Direct> direct = accessReader
                .read(field, fields.model())
                .filter(Access.Direct.class::isInstance)
                .map(Access.Direct.class::cast);
        return new LookSpec(field.getSimpleName().toString(), direct);
    }
}
