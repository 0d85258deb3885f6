package io.usagecollector.local.trigger;

import io.usagecollector.local.lambda.PayloadLimit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;

/**
 * Cuts batches out of what waits: partitions mixed in any order, up to the batch size and to what
 * an invocation can carry; failed records again, cut differently. Pure: by seed.
 */
final class BatchCutter {
  private final int batchSize;
  private final TriggerFaults faults;
  private final Random random;

  BatchCutter(int batchSize, TriggerFaults faults, Random random) {
    this.batchSize = batchSize;
    this.faults = faults;
    this.random = random;
  }

  /** Cuts one batch and books it as handed over; an empty one if nothing may be handed over. */
  InvocationBatch cut(Collection<PartitionLedger> ledgers) {
    var shuffled = new ArrayList<>(ledgers);
    Collections.shuffle(shuffled, random);
    var parcels = new LinkedHashMap<TopicPartition, List<Parcel>>();
    int records = batchSize;
    int bytes = PayloadLimit.RECORDS;
    boolean tooHeavy = false;
    for (PartitionLedger ledger : shuffled) {
      List<Parcel> share = share(ledger, records);
      List<Parcel> taken = fitting(share, bytes);
      tooHeavy |= taken.size() < share.size();
      ledger.handOver(taken);
      parcels.put(ledger.partition(), taken);
      records -= taken.size();
      bytes -= taken.stream().mapToInt(parcel -> parcel.bytes() + 1).sum();
    }
    return new InvocationBatch(parcels, cutBy(records, tooHeavy));
  }

  private static CutBy cutBy(int room, boolean tooHeavy) {
    if (room == 0) {
      return CutBy.COUNT;
    }
    return tooHeavy ? CutBy.SIZE : CutBy.PERIOD;
  }

  private List<Parcel> share(PartitionLedger ledger, int records) {
    List<Parcel> candidates = ledger.candidates(draw(faults.goOn()));
    int most = Math.min(records, candidates.size());
    if (ledger.hasFailed() && most > 1 && draw(faults.recut())) {
      most = 1 + random.nextInt(most);
    }
    return candidates.subList(0, most);
  }

  private static List<Parcel> fitting(List<Parcel> parcels, int bytes) {
    int left = bytes;
    for (int i = 0; i < parcels.size(); i++) {
      left -= parcels.get(i).bytes() + 1;
      if (left < 0) {
        return parcels.subList(0, i);
      }
    }
    return parcels;
  }

  private boolean draw(double probability) {
    return random.nextDouble() < probability;
  }
}
