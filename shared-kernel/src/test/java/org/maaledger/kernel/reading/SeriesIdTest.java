package org.maaledger.kernel.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;

/** Aim: a series is known by what it measures, where and for whom, and by nothing else. */
class SeriesIdTest {

    @Test
    void follows_from_indicator_area_and_group() {
        SeriesId series = new SeriesId(new IndicatorCode("ni:154"), new AreaCode("E06000002"), GroupCode.ALL);
        assertThat(series).hasToString("ni:154~E06000002~all");
        assertThat(SeriesId.of("ni:154~E06000002~all")).isEqualTo(series);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ni:154",
                "ni:154~E06000002",
                "ni:154~E06000002~all~x",
                "154~E06000002~all",
                "ni:154~ ~all",
                "~~"
            })
    void is_refused_when_a_part_is_missing_or_misspelt(String text) {
        assertThatThrownBy(() -> SeriesId.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
