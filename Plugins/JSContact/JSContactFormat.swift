import KithCore
import KithVCard
