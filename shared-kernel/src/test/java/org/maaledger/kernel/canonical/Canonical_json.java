package org.maaledger.kernel.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aim: our bytes are those of RFC 8785. Method: the numbers of its appendix B, cases of our own, the published vectors where they
 * are at hand, and 20,000 seeded values against another implementation (java-json-canonicalization).
 */
final class Canonical_json {

    private static final long SEED = 8785;

    private static String canonical(String json) {
        return new String(CanonicalJson.canonicalise(json.getBytes(UTF_8)), UTF_8);
    }

    @Test
    void sorts_members_by_their_code_units_and_leaves_out_white_space() {
        assertThat(
                        canonical(
                                " { \"b\" : [ 1 , { } , [ ] ] , \"a\\u0301\" : null, \"\\ud83d\\ude02\": true, \"\\ufb33\": false}"))
                .isEqualTo("{\"a\u0301\":null,\"b\":[1,{},[]],\"\ud83d\ude02\":true,\"\ufb33\":false}");
    }

    @Test
    void escapes_what_must_be_escaped_and_nothing_else() {
        assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\\b\\f\\r\\t\u007f\u2028\""))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\r\\t\u007f\u2028\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void prints_the_numbers_of_appendix_b(String bits, String printed) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(EcmaScriptNumber.print(number)).isEqualTo(printed);
    }

    @Test
    void prints_numbers_as_another_implementation_does() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double number = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(1000) * Math.pow(10, random.nextInt(60) - 30);
            if (Double.isFinite(number)) {
                assertThat(EcmaScriptNumber.print(number))
                        .as("seed %d, case %d: %s", SEED, i, number)
                        .isEqualTo(NumberToJSON.serializeNumber(number));
            }
        }
    }

    @Test
    void writes_random_values_as_another_implementation_does_and_its_form_is_a_fixed_point() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String json = "{\"x\":" + value(random, 0) + "}";
            byte[] ours = CanonicalJson.canonicalise(json.getBytes(UTF_8));
            assertThat(new String(ours, UTF_8))
                    .as("seed %d, case %d: %s", SEED, i, json)
                    .isEqualTo(new JsonCanonicalizer(json).getEncodedString());
            assertThat(CanonicalJson.isCanonical(ours)).isTrue();
            assertThat(CanonicalJson.canonicalise(ours)).isEqualTo(ours);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "01",
                "1.",
                "+1",
                "1e999",
                "NaN",
                "'a'",
                "\"\\x\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\t\"",
                "\"",
                "\"\\u12",
                "tru",
                "[1] 2",
                "{a:1}",
                "[1 2]",
                "\ufeff1",
                "-",
                "\"\\u\uff11111\""
            })
    void refuses_what_has_no_canonical_form(String json) {
        assertThatThrownBy(() -> canonical(json)).isInstanceOf(MalformedJson.class);
        assertThat(CanonicalJson.isCanonical(json.getBytes(UTF_8))).isFalse();
    }

    @Test
    void refuses_bytes_that_are_not_utf_8_and_values_that_lie_too_deep() {
        assertThatThrownBy(() -> CanonicalJson.parse(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}))
                .isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> canonical("[".repeat(100_000))).isInstanceOf(MalformedJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1", "{\"b\":1,\"a\":2}", "1.0", "\"\\u0041\"", "\"\\/\"", "1E2", "[ ]"})
    void is_not_every_json(String json) {
        assertThat(CanonicalJson.isCanonical(json.getBytes(UTF_8))).isFalse();
    }

    @TestFactory
    @EnabledIfEnvironmentVariable(named = "MAAL_REAL_DATA", matches = ".+")
    Stream<DynamicTest> agrees_with_the_published_vectors() {
        Path vectors = Path.of(System.getenv("MAAL_REAL_DATA"), "vectors", "rfc8785");
        return List.of("arrays", "french", "values").stream()
                .map(name -> dynamicTest(name, () -> {
                    byte[] input = Files.readAllBytes(vectors.resolve("input").resolve(name + ".json"));
                    byte[] output = Files.readAllBytes(vectors.resolve("output").resolve(name + ".json"));
                    assertThat(new String(CanonicalJson.canonicalise(input), UTF_8))
                            .isEqualTo(new String(output, UTF_8).strip());
                }));
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 2 -> string(random);
            case 3 -> List.of("true", "false", "null").get(random.nextInt(3));
            case 4 ->
                "["
                        + String.join(
                                ", ",
                                Stream.generate(() -> value(random, depth + 1))
                                        .limit(random.nextInt(5))
                                        .toList())
                        + "]";
            default -> {
                StringBuilder object = new StringBuilder("{");
                int members = random.nextInt(5);
                for (int i = 0; i < members; i++) {
                    String name = string(random);
                    object.append(i == 0 ? " " : " , ")
                            .append(name, 0, name.length() - 1)
                            .append(i)
                            .append("\" : ")
                            .append(value(random, depth + 1));
                }
                yield object.append("}").toString();
            }
        };
    }

    private static String string(Random random) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(8); i > 0; i--) {
            int point = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(0x20);
                case 1 -> 0x20 + random.nextInt(0x60);
                case 2 -> 0x80 + random.nextInt(0xd000);
                default -> 0x10000 + random.nextInt(0x10000);
            };
            if (point < 0x20 || point == '"' || point == '\\') {
                text.append("\\u%04X".formatted(point));
            } else {
                text.appendCodePoint(point);
            }
        }
        return text.append('"').toString();
    }
}
