package org.maaledger.command.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.maaledger.command.config.SnapshotJson;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.Vintage;

/** Aim: a long series can be kept as a snapshot. Method: written and read again, it knows what it knew. */
class SeriesSnapshotTest {

    @Test
    void a_series_survives_being_written_and_read() {
        ReadingSeries series = ReadingSeries.UNOPENED
                .evolve(Homes.OPENED, Homes.SAID_ON)
                .evolve(Homes.recorded(Vintage.FINAL, "12.5"), Homes.SAID_ON)
                .evolve(
                        new ReadingRecorded(
                                Homes.SERIES,
                                ReportingPeriod.financialYear(2009),
                                Vintage.PROVISIONAL,
                                new Observation.Missing(MissingReason.CONFIDENTIAL),
                                Homes.SOURCE),
                        Homes.SAID_ON);
        Serializer serializer = SnapshotJson.serializer();
        SerializedObject<byte[]> stored = serializer.serialize(series, byte[].class);
        ReadingSeries read = serializer.deserialize(stored);
        assertThat(read.events()).isEqualTo(3);
        int place = read.known().find(Homes.YEAR, Vintage.FINAL);
        assertThat(read.known().observation(place)).isEqualTo(Observation.Measured.of("12.5"));
        assertThat(read.known().on(place)).isEqualTo(Homes.SAID_ON);
        assertThat(read.known().size()).isEqualTo(2);
    }
}
