package org.initweights.samples.zoo.bert;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code BertPreTrainedModel._init_weights} in {@code modeling_bert.py} of huggingface/transformers. */
class BertTest {

    private static final ReferenceTable REFERENCE = new ReferenceTable()
            .row(
                    "bert.embeddings.word_embeddings.weight",
                    Law.normal(0.02).withZeroRow(0),
                    "nn.Embedding: normal_(std=initializer_range), weight[padding_idx].zero_()")
            .row(
                    "bert.embeddings.(position|token_type)_embeddings.weight",
                    Law.normal(0.02),
                    "nn.Embedding: normal_(std=initializer_range)")
            .row(
                    "(bert.encoder.layer.#|bert.pooler|cls).*(query|key|value|dense|seq_relationship).weight",
                    Law.normal(0.02),
                    "nn.Linear: normal_(std=initializer_range)")
            .row(
                    "(bert.encoder.layer.#|bert.pooler|cls).*(query|key|value|dense|seq_relationship).bias",
                    Law.zeros(),
                    "nn.Linear: bias zero_()")
            .row("cls.predictions.bias", Law.zeros(), "BertLMPredictionHead: bias = zeros(vocab_size)")
            .row("*LayerNorm.weight", Law.ones(), "nn.LayerNorm: weight fill_(1.0)")
            .row("*LayerNorm.bias", Law.zeros(), "nn.LayerNorm: bias zero_()");

    /** {@code BertModel} alone has 109,482,240. */
    @Test
    void countsAsPublished() {
        assertThat(BertInit.plan(new Bert()).parameters().elements()).isEqualTo(110_106_428);
        assertThat(Bert_TrunkInit.plan(new Bert.Trunk()).parameters().elements())
                .isEqualTo(109_482_240);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = BertInit.plan(new Bert()).parameters();

        assertThat(parameters)
                .hasSize(199 + 1 + 4 + 2)
                .extracting(Parameter::name)
                .startsWith(
                        "bert.embeddings.word_embeddings.weight",
                        "bert.embeddings.position_embeddings.weight",
                        "bert.embeddings.token_type_embeddings.weight",
                        "bert.embeddings.LayerNorm.weight",
                        "bert.embeddings.LayerNorm.bias",
                        "bert.encoder.layer.0.attention.self.query.weight")
                .contains(
                        "bert.encoder.layer.11.attention.output.LayerNorm.bias",
                        "bert.encoder.layer.11.intermediate.dense.weight",
                        "bert.encoder.layer.11.output.dense.bias",
                        "bert.pooler.dense.bias",
                        "cls.predictions.bias",
                        "cls.predictions.transform.LayerNorm.weight")
                .doesNotContain("cls.predictions.decoder.weight", "cls.predictions.decoder.bias")
                .endsWith("cls.seq_relationship.weight", "cls.seq_relationship.bias");
        assertThat(parameters
                        .get("bert.encoder.layer.3.output.dense.weight")
                        .shape()
                        .dims())
                .containsExactly(768, 3072);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(BertInit.plan(new Bert()).parameters());
    }

    /** One layer and the embeddings, 31 million of the 110 million parameters. */
    @Test
    void drawsWhatItSays() {
        Layer layer = new Layer();
        LayerInit.initWeights(layer, 1);
        Embeddings embeddings = new Embeddings();
        EmbeddingsInit.initWeights(embeddings, 1);

        REFERENCE.describesValuesOf("bert.encoder.layer.0.", LayerInit.parameters(layer));
        REFERENCE.describesValuesOf("bert.embeddings.", EmbeddingsInit.parameters(embeddings));
    }

    @Test
    void leavesNothingOut() {
        Bert model = new Bert();

        assertThat(BertInit.plan(model).parameters())
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorFieldsOf(model));
    }

    @Test
    void predictsWordsWithTheirEmbedding() {
        assertThat(BertInit.plan(new Bert())
                        .parameters()
                        .get("bert.embeddings.word_embeddings.weight")
                        .names())
                .containsExactly("bert.embeddings.word_embeddings.weight", "cls.predictions.decoder.weight");
    }
}
