"""Values Camry and Odyssey with scikit-learn and xgboost refitted every 14 days, without the guide price.

Usage: rolling_wholesale_values.py FOLDER_OF_THE_DATA [FIRST_REFIT_DAY]. Rows and days are those of
rolling-phases.bench.ts: 30 % of the VINs from 2014-12-29 on are answered, and every sale of every make before a refit
day is learnt from.
"""
import sys

import numpy as np
import pandas as pd
import xgboost
from sklearn.ensemble import HistGradientBoostingRegressor
from vin_split import is_held

FIRST_DAY = pd.Timestamp("2014-12-29")
REFIT_DAYS = 14
NAMES = ["make", "model", "trim", "body", "transmission", "state", "color", "interior", "seller"]

rows = pd.read_csv(f"{sys.argv[1]}/wholesale_auctions.csv.gz", parse_dates=["sale_date"])
rows = rows[rows.sellingprice >= 1].reset_index(drop=True)
start = pd.Timestamp(sys.argv[2]) if len(sys.argv) > 2 else FIRST_DAY
answered = (
    rows.model.str.lower().isin(["camry", "odyssey"])
    & rows.vin.map(is_held)
    & (rows.sale_date >= FIRST_DAY)
)
refit = start + pd.to_timedelta((rows.sale_date - start).dt.days // REFIT_DAYS * REFIT_DAYS, unit="D")


def features_of(part, known):
    table = pd.DataFrame(
        {
            "year": part.year,
            "miles": part.odometer,
            "condition": part.condition.where(part.condition <= 5, part.condition / 10),
            "day": part.sale_date.astype("int64") / 86_400e9,
        }
    )
    for name in NAMES:
        # The 250 most frequent words of the known rows: the trees hold at most 255 categories.
        codes = pd.Categorical(part[name], categories=known[name].value_counts().index[:250]).codes.astype(float)
        table[name] = np.where(codes < 0, np.nan, codes)
    return table


categorical = [False] * 4 + [True] * len(NAMES)
peers = {
    "scikit-learn HGB, absolute error, 500 x 63": lambda: HistGradientBoostingRegressor(
        loss="absolute_error", max_iter=500, max_leaf_nodes=63, learning_rate=0.05, categorical_features=categorical
    ),
    "xgboost hist, 800 x 63": lambda: xgboost.XGBRegressor(
        n_estimators=800, max_leaves=63, grow_policy="lossguide", tree_method="hist", learning_rate=0.05,
        min_child_weight=5, subsample=0.8, colsample_bytree=0.7, n_jobs=1
    ),
}
predicted = {name: pd.Series(np.nan, index=rows.index) for name in peers}
for day in sorted(refit[answered].unique()):
    known = rows[rows.sale_date < day]
    asked = rows[answered & (refit == day)]
    learnt, put = features_of(known, known), features_of(asked, known)
    for name, make in peers.items():
        model = make()
        model.fit(learnt, np.log(known.sellingprice))
        predicted[name].loc[asked.index] = np.exp(model.predict(put))
    print(f"{pd.Timestamp(day).date()}: {len(known)} rows known, {len(asked)} answered", file=sys.stderr, flush=True)

print(f"| refits from {start.date()}, n = {answered.sum()} | error |\n|---|---|")
for name, values in {"guide (`mmr`)": rows.mmr, **predicted}.items():
    error = (values[answered] / rows.sellingprice[answered] - 1).abs()
    print(f"| {name} | {100 * error.median():.2f} % |")
